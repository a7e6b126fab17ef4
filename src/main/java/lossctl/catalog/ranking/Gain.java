package lossctl.catalog.ranking;

import java.util.List;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;

/** What the first documents of a list gain, each divided by the logarithm of its place. */
final class Gain {
    /** What becomes of documents of equal scores: they keep their order, or share the discounts of their places. */
    static final List<String> TIES = List.of("order", "shared");

    static final String OF_TIES = "whether documents of equal scores keep their order or share their places";

    private Gain() {}

    /** The sum of {@code t / ln(1 + place)} over the first {@code k} places in the order of the scores. */
    static double of(double[] truth, double[] scores, int k, String ties) {
        int[] order = Order.descending(scores);
        boolean shared = ties.equals("shared");
        CompensatedSum gain = new CompensatedSum();
        for (int from = 0; from < Math.min(k, order.length); ) {
            int to = from + 1;
            while (shared && to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            CompensatedSum truths = new CompensatedSum();
            CompensatedSum discounts = new CompensatedSum();
            for (int i = from; i < to; i++) {
                truths.add(truth[order[i]]);
                discounts.add(i < k ? 1 / Elementary.log(2 + i) : 0);
            }
            gain.addProduct(truths.value() / (to - from), discounts.value());
            from = to;
        }
        return gain.value();
    }
}
