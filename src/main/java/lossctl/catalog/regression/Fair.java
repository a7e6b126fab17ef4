package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** Half the square near zero, nearly straight far out, with the logarithm of the residual held back. */
public record Fair(double c) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("fair", new Fair(1))
            .summary("robust loss between the squared and the absolute error")
            .aliases("fair_loss")
            .formula("e = prediction - truth;  c^2 (|e|/c - ln(1 + |e|/c))")
            .slope("e / (1 + |e|/c)")
            .param("c", 1, Interval.POSITIVE, "scale; fair_c in LightGBM, smoothness in CatBoost")
            .traits(
                    Trait.CONVEX,
                    Trait.SYMMETRIC,
                    Trait.SMOOTH,
                    Trait.LIPSCHITZ,
                    Trait.ZERO_AT_TRUTH,
                    Trait.NON_NEGATIVE)
            .example(Example.of(0, 1).gives(0.3068528194400547, 0.5))
            .example(Example.of(2, 0).with("c", 2.0).gives(1.2274112777602189, -1))
            .source("Zhang 1997, doi:10.1016/S0262-8856(96)01112-2; LightGBM, fair; CatBoost, FairLoss; mpmath")
            .build();

    @Override
    public Fair with(Params params) {
        return new Fair(params.number("c"));
    }

    /** Up to here the square alone counts. */
    private static final double NEAR = 1e-17;

    @Override
    public Halved halved() {
        // of so small a scale the loss is a line
        return ResidualLoss.halves(c) ? new Halved(new Fair(c / 2), 4) : new Halved(this, 2);
    }

    @Override
    public double curve(double e) {
        double r = Math.abs(e) / c;
        if (r < NEAR) {
            return e * (e / 2);
        }
        double rest = Math.fma(-r, c, Math.abs(e)) / c;
        // past the range of doubles the logarithm does not count
        return r <= Double.MAX_VALUE ? c * (c * (rest * (r / (1 + r)) - Elementary.log1pMinus(r))) : c * Math.abs(e);
    }

    @Override
    public double slope(double e) {
        double r = Math.abs(e) / c;
        return r <= Double.MAX_VALUE ? e / (1 + r) : Math.copySign(c, e);
    }

    @Override
    public double curvature(double e) {
        double h = 1 + Math.abs(e) / c;
        return 1 / h / h;
    }
}
