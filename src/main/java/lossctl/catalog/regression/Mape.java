package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The absolute error in percent of the truth. */
public record Mape() implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("mape", new Mape())
            .summary("mean absolute percentage error, in percent")
            .aliases("mean_absolute_percentage_error")
            .formula("e = prediction - truth;  100 |e| / |truth|")
            .slope("100 sign(e) / |truth|")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("In percent, not as a fraction.")
            .note("A truth of 0 costs Infinity, unless it is met exactly: then 0.")
            .note("The slope at e = 0 is 0.")
            .example(Example.of(2, 1).gives(50, -50))
            .example(Example.of(-2, 2).gives(200, 50))
            .example(Example.of(0, 0).gives(0, 0))
            .plot(-1, 5, 2)
            .source("Hyndman and Koehler 2006, doi:10.1016/j.ijforecast.2006.03.001")
            .build();

    @Override
    public double value(double truth, double prediction) {
        double e = Math.abs(prediction - truth);
        if (e > Double.MAX_VALUE && Double.isFinite(truth) && Double.isFinite(prediction)) {
            return value(truth / 2, prediction / 2);
        }
        return e == 0 ? 0 : 100 * (e / Math.abs(truth));
    }

    @Override
    public double slope(double truth, double prediction) {
        return prediction == truth ? 0 : Math.signum(prediction - truth) * (100 / Math.abs(truth));
    }

    @Override
    public double curvature(double truth, double prediction) {
        return 0;
    }

    @Override
    public double[] kinks(double truth) {
        return new double[] {truth};
    }

    @Override
    public double farValue(double truth, double prediction) {
        return Math.abs(prediction / 2 - truth / 2) * (2 / FAR_UNIT) / Math.abs(truth) * 100;
    }

    @Override
    public double farSlope(double truth, double prediction) {
        return Math.signum(prediction - truth) * (100 / FAR_UNIT / Math.abs(truth));
    }
}
