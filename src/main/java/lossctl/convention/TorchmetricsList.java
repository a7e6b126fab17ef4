package lossctl.convention;

import java.util.Arrays;
import lossctl.num.Elementary;

/**
 * How the documents of one list are ranked, as torchmetrics counts: in single precision, and nothing is found at scores of
 * 0 or less. Source: torchmetrics 1.9, functional/retrieval.
 *
 * @param measure what is told of the ranks
 * @param places how many places count; 0 for all
 */
record TorchmetricsList(Measure measure, int places) implements AnyRow {
    /** What is told of the ranks. */
    enum Measure {
        /** The mean precision at the places of relevant documents. */
        PRECISION,
        /** The reciprocal place of the first of them. */
        RANK,
        /** The discounted gain, over that of the best order; equal scores share their places. */
        GAIN
    }

    @Override
    public double value(double[] truth, double[] scores) {
        int count = places == 0 ? truth.length : Math.min(places, truth.length);
        if (measure == Measure.GAIN) {
            double best = gain(truth, truth, count);
            return best == 0 ? 0 : gain(truth, scores, count) / best;
        }
        Integer[] order = order(scores);
        int found = 0;
        double sum = 0;
        for (int place = 1; place <= count; place++) {
            int i = order[place - 1];
            if ((float) scores[i] > 0 && truth[i] > 0) {
                found++;
                if (measure == Measure.RANK) {
                    return 1.0 / place;
                }
                sum += (double) found / place;
            }
        }
        return found == 0 ? 0 : sum / found;
    }

    private static Integer[] order(double[] scores) {
        Integer[] order = new Integer[scores.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (i, j) -> Float.compare((float) scores[j], (float) scores[i]));
        return order;
    }

    /** The sum of gains, each times the mean discount of the places that its score shares with others. */
    private static double gain(double[] truth, double[] scores, int count) {
        Integer[] order = order(scores);
        double gain = 0;
        for (int from = 0; from < order.length; ) {
            double discounts = 0;
            double gains = 0;
            int to = from;
            while (to < order.length && (float) scores[order[to]] == (float) scores[order[from]]) {
                discounts += to < count ? Elementary.log(2) / Elementary.log(to + 2.0) : 0;
                gains += truth[order[to++]];
            }
            gain += gains / (to - from) * discounts;
            from = to;
        }
        return gain;
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        Arrays.fill(gradient, Double.NaN);
    }
}
