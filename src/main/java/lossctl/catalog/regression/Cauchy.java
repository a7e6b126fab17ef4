package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The negative log-density of a Cauchy error: grows with the logarithm, so that far outliers hardly pull. */
public record Cauchy(double c) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("cauchy", new Cauchy(1))
            .summary("robust loss that grows with the logarithm of the residual")
            .aliases("cauchy_loss")
            .formula("e = prediction - truth;  c^2/2 ln(1 + (e/c)^2)")
            .slope("e / (1 + (e/c)^2)")
            .param("c", 1, Interval.POSITIVE, "scale of the residuals; 2.3849 is 95 % efficient for normal errors")
            .traits(Trait.SYMMETRIC, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .example(Example.of(0, 1).gives(0.34657359027997264, 0.5))
            .example(Example.of(0, -6).with("c", 2.0).gives(4.605170185988092, -0.6))
            .source("Zhang 1997, doi:10.1016/S0262-8856(96)01112-2; examples: mpmath")
            .build();

    /** Beyond this the 1 beside the square is below the last digit. */
    private static final double FAR = 1e9;

    /** Up to here the square of the residual alone counts. */
    private static final double NEAR = 1e-9;

    @Override
    public Cauchy with(Params params) {
        return new Cauchy(params.number("c"));
    }

    @Override
    public Halved halved() {
        // the square of so small a scale is 0
        return new Halved(ResidualLoss.halves(c) ? new Cauchy(c / 2) : this, 4);
    }

    @Override
    public double curve(double e) {
        double r = Math.abs(e / c);
        if (r < NEAR) {
            return e * (e / 2);
        }
        if (!(r < FAR)) {
            return c
                    * (c
                            * (r <= Double.MAX_VALUE
                                    ? Elementary.log(r)
                                    : Elementary.log(Math.abs(e)) - Elementary.log(c)));
        }
        Twofold square = Ratio.square(e, c);
        return c * (c * ((Elementary.log1p(square.high()) + square.low() / (1 + square.high())) / 2));
    }

    @Override
    public double slope(double e) {
        double r = e / c;
        if (Double.isInfinite(r)) {
            return c / e * c;
        }
        return Math.abs(r) < 1 ? e / (1 + r * r) : c / (r + 1 / r);
    }

    @Override
    public double curvature(double e) {
        double r = Math.abs(e / c);
        if (r < 1) {
            double h = 1 + r * r;
            return (1 - r) * (1 + r) / (h * h);
        }
        double s = 1 / r;
        double h = 1 + s * s;
        return (s - 1) * (s + 1) * s * s / (h * h);
    }
}
