package lossctl.catalog.metric;

import java.util.Arrays;
import lossctl.loss.Samples;

/** Samples of two classes in the order of their scores, from the greatest down, with those of equal scores together. */
final class Thresholds {
    /** The weight of the positives of each distinct score, from the greatest score down. */
    final double[] positives;

    /** The weight of the negatives of each distinct score. */
    final double[] negatives;

    /** How many distinct scores there are. */
    final int count;

    /** The weight of all positives. */
    final double allPositives;

    /** The weight of all negatives. */
    final double allNegatives;

    Thresholds(Samples samples) {
        Integer[] order = new Integer[samples.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        double[] scores = samples.prediction();
        Arrays.sort(order, (i, j) -> Double.compare(scores[j], scores[i]));
        positives = new double[order.length];
        negatives = new double[order.length];
        int at = -1;
        double sumPositives = 0;
        double sumNegatives = 0;
        for (int n = 0; n < order.length; n++) {
            int i = order[n];
            at += n == 0 || scores[i] != scores[order[n - 1]] ? 1 : 0;
            if (samples.truth()[i] == 1) {
                positives[at] += samples.weight(i);
                sumPositives += samples.weight(i);
            } else {
                negatives[at] += samples.weight(i);
                sumNegatives += samples.weight(i);
            }
        }
        count = at + 1;
        allPositives = sumPositives;
        allNegatives = sumNegatives;
    }
}
