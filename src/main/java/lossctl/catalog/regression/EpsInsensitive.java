package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The absolute error beyond a tube of half-width {@code epsilon} around the truth: the loss of support vectors. */
public record EpsInsensitive(double epsilon) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("eps_insensitive", new EpsInsensitive(0.1))
            .summary("absolute error beyond a tube around the truth")
            .aliases("epsilon_insensitive", "l1_epsilon_ins_loss", "epsilon_ins_loss")
            .formula("e = prediction - truth;  max(0, |e| - epsilon)")
            .slope("sign(e) if |e| > epsilon, else 0")
            .param("epsilon", 0.1, Interval.NON_NEGATIVE, "half the width of the tube")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The slope at |e| = epsilon is 0.")
            .example(Example.of(0, 2).with("epsilon", 0.5).gives(1.5, 1))
            .example(Example.of(0, -0.5).with("epsilon", 0.5).gives(0, 0))
            .source("Vapnik 1995, doi:10.1007/978-1-4757-2440-0; LossFunctions.jl, L1EpsilonInsLoss; examples by hand")
            .build();

    @Override
    public EpsInsensitive with(Params params) {
        return new EpsInsensitive(params.number("epsilon"));
    }

    @Override
    public Halved halved() {
        return new Halved(new EpsInsensitive(epsilon / 2), 2);
    }

    @Override
    public double curve(double e) {
        return Math.max(0, Math.abs(e) - epsilon);
    }

    @Override
    public double slope(double e) {
        return Math.abs(e) > epsilon ? Math.signum(e) : 0;
    }

    @Override
    public double curvature(double e) {
        return 0;
    }

    @Override
    public double[] kinks() {
        return new double[] {-epsilon, epsilon};
    }
}
