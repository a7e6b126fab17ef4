package lossctl.catalog.regression;

import lossctl.loss.BadParameter;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** Exponential to one side, linear to the other: for errors of which one direction is far worse. */
public record Linex(double a) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("linex", new Linex(1))
            .summary("exponential to one side, linear to the other")
            .aliases("linex_loss", "linear_exponential")
            .formula("e = prediction - truth;  exp(a e) - a e - 1")
            .slope("a (exp(a e) - 1)")
            .param("a", 1, Interval.REAL, "steepness, not 0; above 0 too high a prediction is the worse one")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .example(Example.of(0, 1).gives(0.7182818284590452, 1.718281828459045))
            .example(Example.of(0, -1).with("a", 2.0).gives(1.1353352832366126, -1.7293294335267746))
            .source("Zellner 1986, doi:10.1080/01621459.1986.10478289; examples: mpmath")
            .build();

    /** A loss of this steepness. */
    public Linex {
        if (a == 0) {
            throw new BadParameter("--a 0: the loss would be 0 everywhere");
        }
    }

    @Override
    public Linex with(Params params) {
        return new Linex(params.number("a"));
    }

    @Override
    public Halved halved() {
        // a steeper one is at infinity already
        return Math.abs(a) > 1 ? null : new Halved(new Linex(2 * a), 1);
    }

    @Override
    public double curve(double e) {
        double x = a * e;
        return Elementary.expm1Minus(x) + rest(e, x, Elementary.expm1(x));
    }

    @Override
    public double slope(double e) {
        double x = a * e;
        return a * (Elementary.expm1(x) + rest(e, x, Elementary.exp(x)));
    }

    @Override
    public double curvature(double e) {
        double x = a * e;
        double power = Elementary.exp(x);
        return a * (a * (power + rest(e, x, power)));
    }

    /** What rounding took from the product {@code x} counts where the exponential is steep. */
    private double rest(double e, double x, double steepness) {
        return Math.abs(steepness) <= Double.MAX_VALUE && Math.abs(x) <= Double.MAX_VALUE
                ? Math.fma(a, e, -x) * steepness
                : 0;
    }
}
