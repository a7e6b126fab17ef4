package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.MarginLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;

/** The logistic loss of a score against a truth of -1 or +1. */
public record SoftMargin() implements MarginLoss {
    public static final Spec SPEC = Spec.of("soft_margin", new SoftMargin())
            .summary("logistic loss of a score")
            .aliases("soft_margin_loss", "logit_margin_loss", "logit_margin", "logistic", "logistic_loss")
            .formula("a = sign x score;  ln(1 + e^-a)")
            .slope("-sign / (1 + e^a)")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("The same number as bce of the score with from_logits.")
            .example(Example.of(1, 0.5).gives(0.4740769841801067, -0.37754066879814546))
            .example(Example.of(-1, 1000).gives(1000, 1))
            .plot(-3, 3, 1)
            .source("Cox 1958, doi:10.1111/j.2517-6161.1958.tb00292.x; examples: mpmath")
            .build();

    @Override
    public double curve(double a) {
        return Elementary.softplus(-a);
    }

    @Override
    public double slope(double a) {
        return -Elementary.sigmoid(-a);
    }

    @Override
    public double curvature(double a) {
        return Elementary.sigmoid(a) * Elementary.sigmoid(-a);
    }
}
