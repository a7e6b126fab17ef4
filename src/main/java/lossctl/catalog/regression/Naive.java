package lossctl.catalog.regression;

import lossctl.loss.BadParameter;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Steps;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.ExactSum;
import lossctl.num.Unbounded;

/**
 * The error of the forecast that repeats what was {@code period} steps ago: the scale of scaled errors. Given, or from a
 * training series, or from the truths themselves in the order in which they come.
 */
record Naive(double scale, int period, double[] training) {

    static Naive of(Params params) {
        Naive naive = new Naive(params.number("scale"), params.integer("period"), params.numbers("training"));
        if (naive.training != null && !Double.isNaN(naive.scale)) {
            throw new BadParameter("--scale and --training: only one of them says what to scale by");
        }
        if (naive.training != null && naive.training.length <= naive.period) {
            throw new BadParameter(
                    "--training has " + naive.training.length + " values: the period " + naive.period + " needs more");
        }
        return naive;
    }

    /** The sum over a number of steps of what a naive forecast errs by, or of its square. */
    record Scale(Dyadic total, Dyadic steps) {}

    /** Of one output. */
    Scale scale(Samples samples, int output, boolean squared) {
        if (!Double.isNaN(scale)) {
            Dyadic given = Dyadic.of(scale);
            return new Scale(squared ? given.times(given) : given, Dyadic.of(1));
        }
        double[] series = training == null ? series(samples, output) : training;
        if (series.length <= period) {
            throw new UndefinedLoss(series.length + " truths in a row are too few for the period " + period
                    + ": give --scale or --training");
        }
        ExactSum sum = new ExactSum();
        for (int i = period; i < series.length; i++) {
            if (squared) {
                Total.addSquare(sum, 1, series[i - period], series[i]);
            } else {
                Total.addSize(sum, 1, series[i - period], series[i]);
            }
        }
        if (sum.isZero()) {
            throw new UndefinedLoss("the naive forecast makes no error: there is nothing to scale by; give --scale");
        }
        return new Scale(sum.dyadic(), Dyadic.of(series.length - period));
    }

    private static double[] series(Samples samples, int output) {
        double[] series = new double[samples.count()];
        for (int i = 0; i < series.length; i++) {
            series[i] = samples.truth()[i * samples.outputs() + output];
        }
        return series;
    }

    /** The errors of a single output and what they are scaled by, before how they make the loss. */
    Steps steps(Samples samples, boolean squared) {
        double[] errors = new double[samples.count()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.abs(samples.prediction()[i] - samples.truth()[i]);
        }
        Scale of = scale(samples, 0, squared);
        Unbounded mean = Unbounded.quotient(of.total(), of.steps());
        return new Steps()
                .with("errors", errors)
                .with("scale", squared ? mean.root().value() : mean.value())
                .weighing(samples.weights());
    }
}
