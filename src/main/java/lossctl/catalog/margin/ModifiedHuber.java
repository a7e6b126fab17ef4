package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.MarginLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The squared hinge, straight from a margin of -1 down. */
public record ModifiedHuber() implements MarginLoss {
    public static final Spec SPEC = Spec.of("modified_huber", new ModifiedHuber())
            .summary("squared hinge that turns straight below a margin of -1")
            .aliases("modified_huber_loss")
            .formula("a = sign x score;  max(0, 1 - a)^2 if a >= -1, else -4 a")
            .slope("-2 sign max(0, 1 - a) if a >= -1, else -4 sign")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .example(Example.of(1, 0.5).gives(0.25, -1))
            .example(Example.of(1, -2).gives(8, -4))
            .plot(-3, 3, 1)
            .source("Zhang 2004, doi:10.1145/1015330.1015332; examples: by hand")
            .build();

    @Override
    public double curve(double a) {
        double lack = Math.max(0, 1 - a);
        return a >= -1 ? lack * lack : -4 * a;
    }

    @Override
    public double slope(double a) {
        return a >= 1 ? 0 : a >= -1 ? 2 * (a - 1) : -4;
    }

    @Override
    public double curvature(double a) {
        return a >= 1 || a < -1 ? 0 : 2;
    }

    @Override
    public double farValue(double sign, double score) {
        return sign * score * (-4 / FAR_UNIT);
    }
}
