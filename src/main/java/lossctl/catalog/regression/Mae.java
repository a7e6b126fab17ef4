package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The absolute error: every unit of residual costs the same; its minimiser is the median. */
public record Mae() implements ResidualLoss {
    public static final Spec SPEC = Spec.of("mae", new Mae())
            .summary("mean absolute error")
            .aliases(
                    "l1",
                    "l1_loss",
                    "mean_absolute_error",
                    "absolute_error",
                    "l1_dist_loss",
                    "lad",
                    "regression_l1",
                    "reg_absoluteerror")
            .formula("e = prediction - truth;  |e|")
            .slope("sign(e)")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The slope at e = 0 is 0.")
            .example(Example.rows(new double[][] {{1}, {0}}, new double[][] {{2}, {3}})
                    .gives(2, 0.5, 0.5))
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.5, -0.25, 0.25, 0, 0.25))
            .source("Laplace 1774; second example: scikit-learn, mean_absolute_error")
            .build();

    private static final double[] ZERO = {0};

    @Override
    public double curve(double e) {
        return Math.abs(e);
    }

    @Override
    public double slope(double e) {
        return Math.signum(e);
    }

    @Override
    public double curvature(double e) {
        return 0;
    }

    @Override
    public double[] kinks() {
        return ZERO;
    }

    @Override
    public double farValue(double truth, double prediction) {
        return Math.abs(prediction / 2 - truth / 2) * (2 / FAR_UNIT);
    }
}
