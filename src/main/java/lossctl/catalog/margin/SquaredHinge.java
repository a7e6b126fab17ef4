package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The square of what a score lacks to a margin of 1: the hinge without its kink. */
public record SquaredHinge() implements SquaredLack {
    public static final Spec SPEC = Spec.of("squared_hinge", new SquaredHinge())
            .summary("square of what the score lacks to a margin of 1")
            .aliases("squared_hinge_loss", "l2_hinge_loss")
            .formula("a = sign x score;  max(0, 1 - a)^2")
            .slope("-2 sign max(0, 1 - a)")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .example(Example.rows(new double[][] {{0, 1}, {0, 0}}, new double[][] {{0.6, 0.4}, {0.4, 0.6}})
                    .gives(1.86))
            .example(Example.of(-1, 1).gives(4, 4))
            .plot(-3, 3, 1)
            .source("Cortes and Vapnik 1995, doi:10.1007/BF00994018; first example: Keras, SquaredHinge")
            .build();

    @Override
    public double curve(double a) {
        double lack = Math.max(0, 1 - a);
        return lack * lack;
    }

    @Override
    public double slope(double a) {
        return a < 1 ? 2 * (a - 1) : 0;
    }

    @Override
    public double curvature(double a) {
        return a < 1 ? 2 : 0;
    }
}
