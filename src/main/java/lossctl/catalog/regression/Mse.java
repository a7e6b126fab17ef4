package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The squared error: large residuals weigh most; its minimiser is the mean. */
public record Mse() implements ResidualLoss {
    public static final Spec SPEC = Spec.of("mse", new Mse())
            .summary("mean squared error")
            .aliases("l2", "mse_loss", "mean_squared_error", "squared_error", "l2_dist_loss", "quadratic_loss")
            .formula("e = prediction - truth;  e^2")
            .slope("2 e")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .example(Example.rows(new double[][] {{1}, {0}}, new double[][] {{2}, {3}})
                    .gives(5, 1, 3))
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.375, -0.25, 0.25, 0, 0.5))
            .source("Legendre 1805; second example: scikit-learn, mean_squared_error")
            .build();

    @Override
    public double curve(double e) {
        return e * e;
    }

    @Override
    public double slope(double e) {
        return 2 * e;
    }

    @Override
    public double curvature(double e) {
        return 2;
    }

    @Override
    public double farValue(double truth, double prediction) {
        double small = (prediction / 2 - truth / 2) * 0x1p-31;
        return small * small;
    }

    @Override
    public double farSlope(double truth, double prediction) {
        return (prediction / 2 - truth / 2) * (4 / FAR_UNIT);
    }
}
