package lossctl.catalog.regression;

import lossctl.loss.BadParameter;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Twofold;

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

    /** The mean absolute error of one output, or the root of its mean squared error. */
    Twofold scale(Samples samples, int output, boolean squared) {
        if (!Double.isNaN(scale)) {
            return Twofold.of(scale);
        }
        double[] series = training == null ? series(samples, output) : training;
        if (series.length <= period) {
            throw new UndefinedLoss(series.length + " truths in a row are too few for the period " + period
                    + ": give --scale or --training");
        }
        ExactSum sum = new ExactSum();
        for (int i = period; i < series.length; i++) {
            double step = series[i] - series[i - period];
            sum.addProduct(squared ? step : Math.signum(step), step);
        }
        if (sum.isZero()) {
            throw new UndefinedLoss("the naive forecast makes no error: there is nothing to scale by; give --scale");
        }
        int steps = series.length - period;
        return squared ? sum.sharpRootDividedBy(steps) : sum.twofold().over(Twofold.of(steps));
    }

    private static double[] series(Samples samples, int output) {
        double[] series = new double[samples.count()];
        for (int i = 0; i < series.length; i++) {
            series[i] = samples.truth()[i * samples.outputs() + output];
        }
        return series;
    }
}
