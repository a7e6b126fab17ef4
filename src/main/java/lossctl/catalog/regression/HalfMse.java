package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** Half the squared error, so that its slope is the residual itself. */
public record HalfMse() implements ResidualLoss {
    public static final Spec SPEC = Spec.of("half_mse", new HalfMse())
            .summary("half the mean squared error")
            .aliases("l2_loss", "half_squared_error", "half_mean_squared_error", "reg_squarederror", "reg_linear")
            .formula("e = prediction - truth;  e^2 / 2")
            .slope("e")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .example(Example.rows(new double[][] {{1}, {0}}, new double[][] {{2}, {3}})
                    .gives(2.5, 0.5, 1.5))
            .source("optax, l2_loss; Bishop 2006, Pattern Recognition and Machine Learning, 1.2")
            .build();

    @Override
    public double curve(double e) {
        return e * (e / 2);
    }

    @Override
    public double slope(double e) {
        return e;
    }

    @Override
    public double curvature(double e) {
        return 1;
    }

    @Override
    public double farValue(double truth, double prediction) {
        double small = (prediction / 2 - truth / 2) * 0x1p-31;
        return small * small / 2;
    }

    @Override
    public double farSlope(double truth, double prediction) {
        return (prediction / 2 - truth / 2) * (2 / FAR_UNIT);
    }
}
