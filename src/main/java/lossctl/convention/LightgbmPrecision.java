package lossctl.convention;

import lossctl.loss.Samples;

/**
 * The average precision as LightGBM computes it: 1 where truths are all alike. Source: LightGBM/src/metric,
 * binary_metric.hpp.
 */
record LightgbmPrecision() implements FlagScore {
    @Override
    public double value(Samples samples) {
        Ranking ranking = new Ranking(samples);
        if (ranking.isOneSided()) {
            return 1;
        }
        double sum = 0;
        double before = 0;
        for (int i = 0; i < ranking.positives.length; i++) {
            double found = ranking.positives[i];
            sum += found > before ? (found - before) * (found / (found + ranking.negatives[i])) : 0;
            before = found;
        }
        return sum / before;
    }
}
