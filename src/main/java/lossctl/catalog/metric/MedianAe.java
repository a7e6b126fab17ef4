package lossctl.catalog.metric;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupMetric;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.num.ExactSum;
import lossctl.num.Interval;

/** The median of the absolute errors. */
public record MedianAe() implements GroupMetric {
    public static final Spec SPEC = Spec.of("median_ae", new MedianAe())
            .summary("median absolute error")
            .aliases("median_absolute_error", "medae")
            .formula("median over samples of |prediction - truth|")
            .metric()
            .note("Of an even number of samples the mean of the middle two.")
            .note("With weights: the least error that half the weight does not exceed;"
                    + " the mean with the next one where it is exactly half.")
            .note("Several outputs: the mean of each output's own.")
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.5))
            .source("example: scikit-learn, median_absolute_error")
            .build();

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public double value(Samples samples) {
        ExactSum sum = new ExactSum();
        for (int output = 0; output < samples.outputs(); output++) {
            sum.add(median(samples, output));
        }
        return sum.dividedBy(samples.outputs());
    }

    private static double median(Samples samples, int output) {
        double median = median(samples, output, 1);
        // the mean of two, one of which is past the range of doubles
        return median <= Double.MAX_VALUE ? median : median(samples, output, 0.5) * 2;
    }

    private static double median(Samples samples, int output, double unit) {
        double[] errors = new double[samples.count()];
        for (int i = 0; i < errors.length; i++) {
            int at = i * samples.outputs() + output;
            errors[i] = Math.abs(samples.prediction()[at] * unit - samples.truth()[at] * unit);
        }
        return new Ranked(errors, samples.weights()).median();
    }
}
