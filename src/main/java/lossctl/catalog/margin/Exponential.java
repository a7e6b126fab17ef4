package lossctl.catalog.margin;

import lossctl.loss.Example;
import lossctl.loss.MarginLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;

/** The loss that AdaBoost descends. */
public record Exponential() implements MarginLoss {
    public static final Spec SPEC = Spec.of("exponential", new Exponential())
            .summary("exponential of the negative margin")
            .aliases("exponential_loss", "exp_loss", "exp")
            .formula("a = sign x score;  e^-a")
            .slope("-sign e^-a")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE)
            .example(Example.of(1, 0).gives(1, -1))
            .example(Example.of(-1, 1).gives(2.718281828459045, 2.718281828459045))
            .plot(-2, 2, 1)
            .source("Freund and Schapire 1997, doi:10.1006/jcss.1997.1504; examples: 1 and e")
            .build();

    @Override
    public double curve(double a) {
        return Elementary.exp(-a);
    }

    @Override
    public double slope(double a) {
        return -Elementary.exp(-a);
    }

    @Override
    public double curvature(double a) {
        return Elementary.exp(-a);
    }

    @Override
    public double farValue(double sign, double score) {
        double root = Elementary.exp(-sign * score / 2) / Math.sqrt(FAR_UNIT);
        return root * root;
    }

    @Override
    public double farSlope(double sign, double score) {
        return -sign * farValue(sign, score);
    }
}
