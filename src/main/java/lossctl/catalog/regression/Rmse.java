package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Unbounded;

/** The root of the mean squared error, in the unit of the truth. */
public record Rmse() implements RootLoss {
    public static final Spec SPEC = Spec.of("rmse", new Rmse())
            .summary("root of the mean squared error")
            .aliases("root_mean_squared_error", "root_mean_square_error", "rmsd")
            .formula("e = prediction - truth;  sqrt(mean of e^2)")
            .slope("e / (n rmse)")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Several outputs: the root of the mean over all of them.")
            .note("The gradient of a perfect fit is 0.")
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.6123724356957945))
            .example(Example.rows(new double[][] {{0}, {0}}, new double[][] {{3e200}, {4e200}})
                    .gives(3.5355339059327377e200, 0.4242640687119285, 0.565685424949238))
            .source("scikit-learn, mean_squared_error (first example); mpmath (second)")
            .build();

    @Override
    public double error(double truth, double prediction) {
        return prediction - truth;
    }

    @Override
    public Unbounded farError(double truth, double prediction) {
        return Total.error(truth, prediction);
    }

    @Override
    public Unbounded errorSlope(double truth, double prediction) {
        return Unbounded.of(1);
    }
}
