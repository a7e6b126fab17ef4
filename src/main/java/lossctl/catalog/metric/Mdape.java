package lossctl.catalog.metric;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupMetric;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Unbounded;

/** The median of the absolute percentage errors. */
public record Mdape() implements GroupMetric {
    public static final Spec SPEC = Spec.of("mdape", new Mdape())
            .summary("median absolute percentage error, in percent")
            .aliases("median_absolute_percentage_error")
            .formula("median over samples of (100 |prediction - truth| / |truth|)")
            .metric()
            .note("A truth of 0 counts as Infinity, and as 0 if it is met. In percent, as mape is.")
            .note("Of an even number of samples the mean of the middle two; weights as in median_ae.")
            .note("Several outputs: the mean of each output's own.")
            .example(Example.rows(new double[][] {{4}, {2}, {8}}, new double[][] {{5}, {1}, {8}})
                    .gives(25))
            .source("Hyndman and Koehler 2006, doi:10.1016/j.ijforecast.2006.03.001; example by hand")
            .build();

    /** A unit of this power of two is a great one. */
    private static final int FAR = 1000;

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
        double value = value(samples, 0);
        // the greater of two in the middle may be past the range of doubles, the mean of both not
        return Double.isInfinite(value) ? Math.scalb(value(samples, FAR), FAR) : value;
    }

    private static double value(Samples samples, int powers) {
        ExactSum sum = new ExactSum();
        for (int output = 0; output < samples.outputs(); output++) {
            double[] errors = powers == 0 ? errors(samples, output) : farErrors(samples, output, powers);
            sum.add(new Ranked(errors, samples.weights()).median());
        }
        return sum.dividedBy(samples.outputs());
    }

    /** Errors over 2^powers. */
    private static double[] farErrors(Samples samples, int output, int powers) {
        double[] errors = new double[samples.count()];
        for (int i = 0; i < errors.length; i++) {
            double t = samples.truth()[i * samples.outputs() + output];
            double half = samples.prediction()[i * samples.outputs() + output] / 2 - t / 2;
            Unbounded error = Unbounded.of(half).times(200).over(t).scaled(-powers);
            errors[i] = half == 0 ? 0 : Math.abs(error.value());
        }
        return errors;
    }

    private static double[] errors(Samples samples, int output) {
        double[] errors = new double[samples.count()];
        for (int i = 0; i < errors.length; i++) {
            double t = samples.truth()[i * samples.outputs() + output];
            double e = samples.prediction()[i * samples.outputs() + output] - t;
            double half = samples.prediction()[i * samples.outputs() + output] / 2 - t / 2;
            errors[i] = e == 0 ? 0 : 100 * Math.abs(Double.isInfinite(e) ? half / t * 2 : e / t);
        }
        return errors;
    }
}
