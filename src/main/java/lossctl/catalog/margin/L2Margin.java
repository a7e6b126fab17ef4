package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The squared distance of the margin from 1: least squares for classes. */
public record L2Margin() implements SquaredLack {
    public static final Spec SPEC = Spec.of("l2_margin", new L2Margin())
            .summary("square of the distance of the margin from 1")
            .aliases("l2_margin_loss")
            .formula("a = sign x score;  (1 - a)^2")
            .slope("-2 (1 - a) sign")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE, Trait.SYMMETRIC)
            .note("A score beyond its truth costs as well.")
            .example(Example.of(1, 3).gives(4, 4))
            .example(Example.of(-1, 0.5).gives(2.25, 3))
            .plot(-3, 3, 1)
            .source("LossFunctions.jl, L2MarginLoss; examples: by hand")
            .build();

    @Override
    public double curve(double a) {
        return (1 - a) * (1 - a);
    }

    @Override
    public double slope(double a) {
        return 2 * (a - 1);
    }

    @Override
    public double curvature(double a) {
        return 2;
    }
}
