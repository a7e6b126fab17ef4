package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Samples;

/** Samples of two classes in the order of their scores, from the greatest down, those of equal scores together. */
final class Ranking {
    /** The weight of the positives up to and with each distinct score. */
    final double[] positives;

    /** The weight of the negatives up to and with each distinct score. */
    final double[] negatives;

    Ranking(Samples samples) {
        double[] scores = samples.prediction();
        Integer[] order = new Integer[samples.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (i, j) -> Double.compare(scores[j], scores[i]));
        double[] found = new double[order.length];
        double[] wrong = new double[order.length];
        double sumPositives = 0;
        double sumNegatives = 0;
        int at = -1;
        for (int n = 0; n < order.length; n++) {
            int i = order[n];
            boolean positive = samples.truth()[i] > 0;
            sumPositives += positive ? samples.weight(i) : 0;
            sumNegatives += positive ? 0 : samples.weight(i);
            at += n == 0 || scores[i] != scores[order[n - 1]] ? 1 : 0;
            found[at] = sumPositives;
            wrong[at] = sumNegatives;
        }
        positives = Arrays.copyOf(found, at + 1);
        negatives = Arrays.copyOf(wrong, at + 1);
    }

    /** Whether truths are all alike, by their weight. */
    boolean isOneSided() {
        int last = positives.length - 1;
        return last < 0 || !(positives[last] > 0 && negatives[last] > 0);
    }
}
