package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Samples;
import lossctl.num.Interval;

/**
 * The average precision as LightGBM computes it: 1 where truths are all alike. Source: LightGBM/src/metric,
 * binary_metric.hpp.
 */
record LightgbmPrecision() implements GroupLoss {
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

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        for (double[] gradient : gradients) {
            Arrays.fill(gradient, Double.NaN);
        }
    }

    @Override
    public Domain truth() {
        return Domain.flag();
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }
}
