package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.GroupMetric;
import lossctl.loss.Samples;
import lossctl.num.Interval;

/**
 * The median absolute error with weights before scikit-learn 1.6: the least error at which half the weight is reached, by
 * sums that are rounded one by one. Source: sklearn/utils/stats.py, _weighted_percentile.
 */
record SklearnMedian() implements GroupMetric {
    @Override
    public double value(Samples samples) {
        double sum = 0;
        for (int output = 0; output < samples.outputs(); output++) {
            sum += median(samples, output);
        }
        return sum / samples.outputs();
    }

    private static double median(Samples samples, int output) {
        int count = samples.count();
        double[] errors = new double[count];
        Integer[] order = new Integer[count];
        for (int i = 0; i < count; i++) {
            int at = i * samples.outputs() + output;
            errors[i] = Math.abs(samples.prediction()[at] - samples.truth()[at]);
            order[i] = i;
        }
        Arrays.sort(order, (i, j) -> Double.compare(errors[i], errors[j]));
        double[] reached = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += samples.weight(order[i]);
            reached[i] = sum;
        }
        int at = 0;
        while (at < count - 1 && reached[at] < sum / 2) {
            at++;
        }
        return errors[order[at]];
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }
}
