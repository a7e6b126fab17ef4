package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** Half the square near zero, levelling off with the inverse square: flatter at the foot than Geman and McClure's. */
public record Arctan(double c) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("arctan", new Arctan(1))
            .summary("robust loss that levels off at pi/4 of the squared scale")
            .aliases("arctan_loss")
            .formula("e = prediction - truth;  c^2/2 arctan((e/c)^2)")
            .slope("e / (1 + (e/c)^4)")
            .param("c", 1, Interval.POSITIVE, "scale of the residuals; f_scale in SciPy")
            .traits(Trait.SYMMETRIC, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Half of rho, as in the cost that SciPy minimises: half the squared error near zero, not the whole.")
            .example(Example.of(0, 1).gives(0.39269908169872415, 0.5))
            .example(Example.of(0, -6).with("c", 2.0).gives(2.9202782112420019, -0.073170731707317073))
            .source("SciPy, optimize.least_squares with loss='arctan', from which the examples are")
            .build();

    /** Up to here the square of the residual alone counts. */
    private static final double NEAR = 1e-9;

    @Override
    public Arctan with(Params params) {
        return new Arctan(params.number("c"));
    }

    @Override
    public Halved halved() {
        // the square of so small a scale is 0
        return new Halved(ResidualLoss.halves(c) ? new Arctan(c / 2) : this, 4);
    }

    @Override
    public double curve(double e) {
        if (Math.abs(e / c) < NEAR) {
            return e * (e / 2);
        }
        Twofold square = Ratio.square(e, c);
        double angle = Elementary.atan(square.high()) + square.low() / (1 + square.high() * square.high());
        return c * (c * (angle / 2));
    }

    @Override
    public double slope(double e) {
        double r = Math.abs(e / c);
        return r < 1 ? e / (1 + r * r * r * r) : Math.copySign(c / (r * r * r + 1 / r), e);
    }

    @Override
    public double curvature(double e) {
        double r = Math.abs(e / c);
        double s = 1 / r;
        double share = r < 1 ? 1 / (1 + r * r * r * r) : s * s / (r * r + s * s);
        return share * (4 * share - 3);
    }
}
