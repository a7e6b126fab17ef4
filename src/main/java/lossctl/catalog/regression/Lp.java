package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;
import lossctl.num.Unbounded;

/** A power of the absolute error: the absolute error at 1, the squared at 2, ever more afraid of outliers beyond. */
public record Lp(double p) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("lp", new Lp(2))
            .summary("power of the absolute error")
            .aliases("lq", "lp_dist_loss", "lp_loss")
            .formula("e = prediction - truth;  |e|^p")
            .slope("p |e|^(p-1) sign(e)")
            .param("p", 2, Interval.POSITIVE, "the power")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("No root is taken; minkowski takes it, of the sum over all samples.")
            .note("Convex for p >= 1; the slope at e = 0 is 0 for every p.")
            .example(Example.of(0, 2).with("p", 3.0).gives(8, 12))
            .example(Example.of(4, 0).with("p", 1.5).gives(8, -3))
            .source("LossFunctions.jl, LPDistLoss; CatBoost, Lq; examples by hand")
            .build();

    private static final double[] ZERO = {0};

    @Override
    public Lp with(Params params) {
        return new Lp(params.number("p"));
    }

    @Override
    public Halved halved() {
        return new Halved(this, Elementary.pow(2, p));
    }

    @Override
    public double curve(double e) {
        return p == 2 ? e * e : Elementary.pow(Math.abs(e), p);
    }

    @Override
    public double slope(double e) {
        return e == 0 ? 0 : p == 2 ? 2 * e : Math.copySign(power(e, 1).times(p).value(), e);
    }

    @Override
    public double curvature(double e) {
        if (e == 0) {
            return p == 1 ? 0 : p == 2 ? 2 : p * (p - 1) * Elementary.pow(0, p - 2);
        }
        return power(e, 2).times(p).times(p - 1).value();
    }

    /** |e|^(p - less), whose size may be past that of doubles before its factor is there. */
    private Unbounded power(double e, int less) {
        return Unbounded.pow(Math.abs(e), Twofold.sum(p, -less));
    }

    @Override
    public double[] kinks() {
        return p > 1 ? NO_KINKS : ZERO;
    }
}
