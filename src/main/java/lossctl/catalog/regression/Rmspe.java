package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Unbounded;

/** The root of the mean squared percentage error. */
public record Rmspe() implements RootLoss {
    public static final Spec SPEC = Spec.of("rmspe", new Rmspe())
            .summary("root of the mean squared percentage error, in percent")
            .aliases("root_mean_squared_percentage_error", "root_mean_square_percentage_error")
            .formula("r = 100 (prediction - truth) / truth;  sqrt(mean of r^2)")
            .slope("100 r / (|truth| n rmspe) sign(truth)")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("In percent, as mape is. A truth of 0 makes it Infinity, and counts as 0 if it is met.")
            .note("Several outputs: the root of the mean over all of them. The gradient of a perfect fit is 0.")
            .example(Example.rows(new double[][] {{4}, {8}}, new double[][] {{5}, {8}})
                    .gives(17.67766952966369, 17.67766952966369, 0))
            .source("Hyndman and Koehler 2006, doi:10.1016/j.ijforecast.2006.03.001; example by hand")
            .build();

    @Override
    public double error(double truth, double prediction) {
        double e = prediction - truth;
        if (Double.isInfinite(e)) {
            return 200 * ((prediction / 2 - truth / 2) / truth);
        }
        return e == 0 ? 0 : 100 * (e / truth);
    }

    @Override
    public Unbounded farError(double truth, double prediction) {
        return Total.error(truth, prediction).times(100).over(truth);
    }

    @Override
    public Unbounded errorSlope(double truth, double prediction) {
        return Unbounded.of(100).over(truth);
    }
}
