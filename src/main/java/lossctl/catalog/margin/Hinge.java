package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.MarginLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** What a score lacks to a margin of 1: the loss of the support vector machine. */
public record Hinge() implements MarginLoss {
    public static final Spec SPEC = Spec.of("hinge", new Hinge())
            .summary("what the score lacks to a margin of 1")
            .aliases("hinge_loss", "l1_hinge_loss", "binary_hinge")
            .formula("a = sign x score;  max(0, 1 - a)")
            .slope("-sign if a < 1, 0 if a > 1")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The slope at the margin a = 1 is -sign/2, the mean of both sides, as in Keras and optax.")
            .example(Example.rows(new double[][] {{0, 1}, {0, 0}}, new double[][] {{0.6, 0.4}, {0.4, 0.6}})
                    .gives(1.3, 0.25, -0.25, 0.25, 0.25))
            .example(Example.of(1, 1).gives(0, -0.5))
            .plot(-3, 3, 1)
            .source("Cortes and Vapnik 1995, doi:10.1007/BF00994018; first example: Keras, Hinge")
            .build();

    private static final double[] ONE = {1};

    @Override
    public double curve(double a) {
        return Math.max(0, 1 - a);
    }

    @Override
    public double slope(double a) {
        return a < 1 ? -1 : a == 1 ? -0.5 : 0;
    }

    @Override
    public double curvature(double a) {
        return 0;
    }

    @Override
    public double[] kinks() {
        return ONE;
    }
}
