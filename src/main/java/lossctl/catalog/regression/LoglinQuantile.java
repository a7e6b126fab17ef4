package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** The pinball loss of a prediction given as a logarithm. */
public record LoglinQuantile(double tau) implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("loglin_quantile", new LoglinQuantile(0.5))
            .summary("pinball loss of the exponential of the prediction")
            .formula("e = exp(prediction) - truth;  (1 - tau) e if e >= 0, else -tau e")
            .slope("(1 - tau) exp(prediction) if exp(prediction) >= truth, else -tau exp(prediction)")
            .param("tau", 0.5, Interval.UNIT, "the quantile; alpha in CatBoost")
            .traits(Trait.NON_NEGATIVE)
            .note("The slope where exp(prediction) = truth is that of too high a prediction.")
            .example(Example.of(0, 0).gives(0.5, 0.5))
            .example(Example.of(3, 0).with("tau", 0.25).gives(0.5, -0.25))
            .source("CatBoost, LogLinQuantile; examples by hand")
            .plot(-3, 3, 2)
            .build();

    @Override
    public LoglinQuantile with(Params params) {
        return new LoglinQuantile(params.number("tau"));
    }

    @Override
    public double value(double t, double x) {
        double e = Elementary.exp(x) - t;
        return e >= 0 ? (1 - tau) * e : tau * -e;
    }

    @Override
    public double slope(double t, double x) {
        double p = Elementary.exp(x);
        return p >= t ? (1 - tau) * p : -tau * p;
    }

    @Override
    public double curvature(double t, double x) {
        return slope(t, x);
    }

    @Override
    public double[] kinks(double truth) {
        return truth > 0 ? new double[] {Elementary.log(truth)} : NO_KINKS;
    }
}
