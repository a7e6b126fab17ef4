package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** Half the square near zero, a constant far out: an outlier does not pull at all. */
public record Welsch(double c) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("welsch", new Welsch(1))
            .summary("robust loss that levels off like a Gaussian bell turned over")
            .aliases("welsch_loss")
            .formula("e = prediction - truth;  c^2/2 (1 - exp(-(e/c)^2))")
            .slope("e exp(-(e/c)^2)")
            .param("c", 1, Interval.POSITIVE, "scale of the residuals; 2.9846 is 95 % efficient for normal errors")
            .traits(Trait.SYMMETRIC, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The limit of barron for alpha to minus infinity, there with sqrt(2) c as the scale and 2/c^2 times.")
            .example(Example.of(0, 1).gives(0.31606027941427883, 0.36787944117144233))
            .example(Example.of(0, 1e6).with("c", 2.0).gives(2, 0))
            .source("Dennis and Welsch 1978, doi:10.1080/03610917808812083; examples: mpmath")
            .build();

    /** Up to here the square of the residual alone counts. */
    private static final double NEAR = 1e-9;

    @Override
    public Welsch with(Params params) {
        return new Welsch(params.number("c"));
    }

    @Override
    public Halved halved() {
        // the square of so small a scale is 0
        return new Halved(ResidualLoss.halves(c) ? new Welsch(c / 2) : this, 4);
    }

    @Override
    public double curve(double e) {
        if (Math.abs(e / c) < NEAR) {
            return e * (e / 2);
        }
        Twofold square = Ratio.square(e, c);
        double lost = Elementary.expm1(-square.high());
        return c * (c * ((lost - square.low() * (1 + lost)) / -2));
    }

    @Override
    public double slope(double e) {
        double bell = bell(e);
        return bell == 0 ? 0 : e * bell;
    }

    @Override
    public double curvature(double e) {
        double r = e / c;
        double bell = bell(e);
        return bell == 0 ? 0 : (1 - 2 * r * r) * bell;
    }

    private double bell(double e) {
        Twofold square = Ratio.square(e, c);
        double bell = Elementary.exp(-square.high());
        return bell == 0 ? 0 : bell - square.low() * bell;
    }
}
