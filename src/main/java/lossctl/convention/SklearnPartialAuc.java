package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Samples;

/**
 * The area under the curve up to a share of false positives, put on the scale on which chance scores one half. Source:
 * sklearn/metrics/_ranking.py, _binary_roc_auc_score; McClish 1989.
 */
record SklearnPartialAuc(double most) implements FlagScore {
    SklearnPartialAuc {
        if (!(most > 0 && most <= 1)) {
            throw new Refused("Expected max_fpr in range (0, 1], got: " + most);
        }
    }

    @Override
    public double value(Samples samples) {
        int count = samples.count();
        Integer[] order = new Integer[count];
        double positives = 0;
        for (int i = 0; i < count; i++) {
            order[i] = i;
            positives += samples.truth()[i] == 1 ? samples.weight(i) : 0;
        }
        double negatives = 0;
        for (int i = 0; i < count; i++) {
            negatives += samples.truth()[i] == 1 ? 0 : samples.weight(i);
        }
        double[] scores = samples.prediction();
        Arrays.sort(order, (i, j) -> Double.compare(scores[j], scores[i]));
        double area = 0;
        double hits = 0;
        double misses = 0;
        for (int n = 0; n < count && misses / negatives <= most; ) {
            double earlierHits = hits;
            double earlierMisses = misses;
            double score = scores[order[n]];
            for (; n < count && scores[order[n]] == score; n++) {
                hits += samples.truth()[order[n]] == 1 ? samples.weight(order[n]) : 0;
                misses += samples.truth()[order[n]] == 1 ? 0 : samples.weight(order[n]);
            }
            double from = earlierMisses / negatives;
            double to = misses / negatives;
            double width = Math.min(to, most) - from;
            double low = earlierHits / positives;
            double rise = to > most ? (hits / positives - low) * (width / (to - from)) : hits / positives - low;
            area += width * (low + rise / 2);
        }
        double least = 0.5 * most * most;
        return 0.5 * (1 + (area - least) / (most - least));
    }
}
