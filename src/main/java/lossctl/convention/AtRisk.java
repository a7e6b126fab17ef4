package lossctl.convention;

import java.util.Arrays;
import java.util.Comparator;
import lossctl.loss.Samples;
import lossctl.num.Elementary;

/**
 * Who is still at risk, as boosting frameworks go through it: once, in the order of the times.
 *
 * @param order the samples by their times
 * @param sums of the hazards from each place of the order on, over the greatest of them
 * @param top the greatest score
 */
record AtRisk(int[] order, double[] sums, double top) {
    static AtRisk of(Samples samples) {
        double[] scores = samples.prediction();
        Integer[] order = new Integer[samples.count()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> samples.truth()[i]));
        double top = Arrays.stream(scores).max().orElse(0);
        double[] sums = new double[order.length + 1];
        for (int k = order.length - 1; k >= 0; k--) {
            sums[k] = sums[k + 1] + Elementary.exp(scores[order[k]] - top);
        }
        return new AtRisk(Arrays.stream(order).mapToInt(i -> i).toArray(), sums, top);
    }

    /** How many there are. */
    int count() {
        return order.length;
    }

    /** A hazard over the greatest. */
    double hazard(double score) {
        return Elementary.exp(score - top);
    }
}
