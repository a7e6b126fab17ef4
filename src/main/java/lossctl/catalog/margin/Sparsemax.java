package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.MarginLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The binary loss whose probabilities reach 0 and 1. */
public record Sparsemax() implements MarginLoss {
    public static final Spec SPEC = Spec.of("sparsemax", new Sparsemax())
            .summary("binary loss of the sparse softmax")
            .aliases("sparsemax_loss", "binary_sparsemax_loss")
            .formula("a = sign x score;  0 if a >= 1, -a if a <= -1, else (1 - a)^2 / 4")
            .slope("0 if a >= 1, -sign if a <= -1, else -sign (1 - a) / 2")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The same number as multiclass_sparsemax of the scores 0 and x.")
            .example(Example.of(1, 0).gives(0.25, -0.5))
            .example(Example.of(-1, 2).gives(2, 1))
            .plot(-3, 3, 1)
            .source("Martins and Astudillo 2016, arXiv:1602.02068; examples: by hand")
            .build();

    @Override
    public double curve(double a) {
        double lack = Math.max(0, 1 - a);
        return a <= -1 ? -a : lack * lack / 4;
    }

    @Override
    public double slope(double a) {
        return a >= 1 ? 0 : a <= -1 ? -1 : (a - 1) / 2;
    }

    @Override
    public double curvature(double a) {
        return a >= 1 || a <= -1 ? 0 : 0.5;
    }
}
