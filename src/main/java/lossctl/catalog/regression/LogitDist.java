package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The negative log-density of a logistic error, less its least value: twice the log-cosh of half the residual. */
public record LogitDist() implements ResidualLoss {
    public static final Spec SPEC = Spec.of("logit_dist", new LogitDist())
            .summary("logistic distance")
            .aliases("logit_dist_loss", "logistic_distance")
            .formula("e = prediction - truth;  2 ln(1 + exp(e)) - e - ln 4 = 2 ln cosh(e/2)")
            .slope("tanh(e/2)")
            .traits(
                    Trait.CONVEX,
                    Trait.SYMMETRIC,
                    Trait.SMOOTH,
                    Trait.LIPSCHITZ,
                    Trait.ZERO_AT_TRUTH,
                    Trait.NON_NEGATIVE)
            .example(Example.of(0, 2).gives(0.8675616609660544, 0.7615941559557649))
            .example(Example.of(1e6, 0).gives(999998.6137056389, -1))
            .source("Steinwart and Christmann 2008, Support Vector Machines; LossFunctions.jl, LogitDistLoss; mpmath")
            .build();

    private static final LogCosh LOG_COSH = new LogCosh();

    @Override
    public double curve(double e) {
        return 2 * LOG_COSH.curve(e / 2);
    }

    @Override
    public double slope(double e) {
        return LOG_COSH.slope(e / 2);
    }

    @Override
    public double curvature(double e) {
        return LOG_COSH.curvature(e / 2) / 2;
    }

    @Override
    public double farValue(double truth, double prediction) {
        return Math.abs(prediction / 2 - truth / 2) * (2 / FAR_UNIT);
    }
}
