package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The squared error beyond a tube of half-width {@code epsilon} around the truth. */
public record SquaredEpsInsensitive(double epsilon) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("squared_eps_insensitive", new SquaredEpsInsensitive(0.1))
            .summary("squared error beyond a tube around the truth")
            .aliases("squared_epsilon_insensitive", "l2_epsilon_ins_loss", "sq_eps_insensitive")
            .formula("e = prediction - truth;  max(0, |e| - epsilon)^2")
            .slope("2 sign(e) max(0, |e| - epsilon)")
            .param("epsilon", 0.1, Interval.NON_NEGATIVE, "half the width of the tube")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The curvature at |e| = epsilon is 0, that of the inside.")
            .example(Example.of(0, 2).with("epsilon", 0.5).gives(2.25, 3))
            .example(Example.of(0, -0.5).with("epsilon", 0.5).gives(0, 0))
            .source("LossFunctions.jl, L2EpsilonInsLoss; scikit-learn, SGDRegressor; examples by hand")
            .build();

    @Override
    public SquaredEpsInsensitive with(Params params) {
        return new SquaredEpsInsensitive(params.number("epsilon"));
    }

    private double beyond(double e) {
        return Math.max(0, Math.abs(e) - epsilon);
    }

    @Override
    public Halved halved() {
        return new Halved(new SquaredEpsInsensitive(epsilon / 2), 4);
    }

    @Override
    public double curve(double e) {
        return beyond(e) * beyond(e);
    }

    @Override
    public double slope(double e) {
        return 2 * Math.signum(e) * beyond(e);
    }

    @Override
    public double curvature(double e) {
        return Math.abs(e) > epsilon ? 2 : 0;
    }
}
