package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** Tukey's biweight: half the square near zero, constant from {@code c} on. */
public record Tukey(double c) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("tukey", new Tukey(4.685))
            .summary("biweight: robust loss that is constant beyond c")
            .aliases("biweight", "tukey_biweight", "bisquare")
            .formula("e = prediction - truth;  c^2/6 (1 - (1 - (e/c)^2)^3) if |e| <= c, else c^2/6")
            .slope("e (1 - (e/c)^2)^2 if |e| <= c, else 0")
            .param("c", 4.685, Interval.POSITIVE, "where the loss levels off; the default is 95 % efficient")
            .traits(Trait.SYMMETRIC, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .example(Example.of(0, 1).with("c", 2.0).gives(0.3854166666666667, 0.5625))
            .example(Example.of(0, 7).with("c", 3.0).gives(1.5, 0))
            .source("Beaton and Tukey 1974, doi:10.1080/00401706.1974.10489171; examples by hand")
            .plot(-7, 7)
            .build();

    @Override
    public Tukey with(Params params) {
        return new Tukey(params.number("c"));
    }

    @Override
    public Halved halved() {
        // the square of so small a scale is 0
        return new Halved(ResidualLoss.halves(c) ? new Tukey(c / 2) : this, 4);
    }

    @Override
    public double curve(double e) {
        if (Math.abs(e) >= c) {
            return c * c / 6;
        }
        double u = e / c * (e / c);
        return e * e * ((3 - u * (3 - u)) / 6);
    }

    @Override
    public double slope(double e) {
        double rest = rest(e);
        return rest == 0 ? 0 : e * rest * rest;
    }

    @Override
    public double curvature(double e) {
        double rest = rest(e);
        return rest * (5 * rest - 4);
    }

    /** 1 - (e/c)^2, without cancellation near c; 0 beyond. */
    private double rest(double e) {
        double r = Math.abs(e) / c;
        return r >= 1 ? 0 : r < 0.5 ? 1 - r * r : (c - Math.abs(e)) / c * (1 + r);
    }
}
