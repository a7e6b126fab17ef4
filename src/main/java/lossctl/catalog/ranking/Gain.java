package lossctl.catalog.ranking;

import java.util.List;
import java.util.stream.IntStream;
import lossctl.loss.Steps;
import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** What the first documents of a list gain, each divided by the logarithm of its place. */
final class Gain {
    /** What becomes of documents of equal scores: they keep their order, or share the discounts of their places. */
    static final List<String> TIES = List.of("order", "shared");

    static final String OF_TIES = "whether documents of equal scores keep their order or share their places";

    private Gain() {}

    /** What gains are told in: 1, or less where their sum would leave the range of doubles. */
    static int bits(double[] truth) {
        double greatest = 0;
        for (double t : truth) {
            greatest = Math.max(greatest, Math.abs(t));
        }
        return greatest > 0x1p900 ? 64 : 0;
    }

    /**
     * The sum of {@code t / ln(1 + place)} over the first {@code k} places in the order of the scores, over 2 to the
     * power of {@link #bits}.
     */
    static Twofold of(double[] truth, double[] scores, int k, String ties) {
        int[] order = Order.descending(scores);
        boolean shared = ties.equals("shared");
        double unit = Math.scalb(1.0, -bits(truth));
        Twofold gain = Twofold.of(0);
        for (int from = 0; from < Math.min(k, order.length); ) {
            int to = from + 1;
            while (shared && to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            Twofold truths = Twofold.of(0);
            Twofold discounts = Twofold.of(0);
            for (int i = from; i < to; i++) {
                truths = truths.plus(truth[order[i]] * unit);
                discounts = i < k ? discounts.plus(discount(i)) : discounts;
            }
            gain = gain.plus(truths.times(discounts).over(Twofold.of(to - from)));
            from = to;
        }
        return gain;
    }

    /** The gain of each place, of shared ones the mean, and the logarithm of the place. */
    static Steps steps(double[] truth, double[] scores, int k, String ties, double base) {
        int[] order = Order.descending(scores);
        double[] gains = new double[Math.min(k, order.length)];
        double[] logs = new double[gains.length];
        for (int i = 0; i < gains.length; i++) {
            int at = order[i];
            gains[i] = ties.equals("shared")
                    ? IntStream.range(0, truth.length)
                            .filter(j -> scores[j] == scores[at])
                            .mapToDouble(j -> truth[j])
                            .average()
                            .orElse(0)
                    : truth[at];
            logs[i] = Elementary.log(2.0 + i) / Elementary.log(base);
        }
        return new Steps().with("gains", gains).with("logs", logs).giving("sum of (gains[i] / logs[i])");
    }

    private static Twofold discount(int place) {
        return Twofold.of(1).over(Twofold.of(2.0 + place).log());
    }
}
