package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.MarginLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;

/** Bounded at both ends: one minus the hyperbolic tangent of the margin. */
public record Sigmoid() implements MarginLoss {
    public static final Spec SPEC = Spec.of("sigmoid", new Sigmoid())
            .summary("one minus the hyperbolic tangent of the margin")
            .aliases("sigmoid_loss")
            .formula("a = sign x score;  1 - tanh(a)")
            .slope("-sign / cosh(a)^2")
            .traits(Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Between 0 and 2, and not convex.")
            .example(Example.of(1, 0).gives(1, -1))
            .example(Example.of(1, 0.5493061443340549).gives(0.5, -0.75))
            .plot(-3, 3, 1)
            .source("Mason et al. 1999, Boosting algorithms as gradient descent; LossFunctions.jl, SigmoidLoss;"
                    + " examples: 1, and tanh(ln(3)/2) = 1/2")
            .build();

    @Override
    public double curve(double a) {
        // 1 - tanh(a) = 2 / (1 + e^(2 a)), which keeps its digits where it is small
        return 2 * Elementary.sigmoid(-2 * a);
    }

    @Override
    public double slope(double a) {
        return -4 * Elementary.sigmoid(2 * a) * Elementary.sigmoid(-2 * a);
    }

    @Override
    public double curvature(double a) {
        return 8 * Elementary.sigmoid(2 * a) * Elementary.sigmoid(-2 * a) * Elementary.tanh(a);
    }
}
