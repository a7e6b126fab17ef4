package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** Half the square near zero, levelling off with the inverse square. */
public record GemanMcclure(double c) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("geman_mcclure", new GemanMcclure(1))
            .summary("robust loss that levels off at half the squared scale")
            .aliases("geman_mcclure_loss")
            .formula("e = prediction - truth;  e^2/2 / (1 + (e/c)^2)")
            .slope("e / (1 + (e/c)^2)^2")
            .param("c", 1, Interval.POSITIVE, "scale of the residuals")
            .traits(Trait.SYMMETRIC, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .example(Example.of(0, 1).gives(0.25, 0.25))
            .example(Example.of(0, -6).with("c", 2.0).gives(1.8, -0.06))
            .source("Geman and McClure 1985, Proc. ASA Statistical Computing; Zhang 1997,"
                    + " doi:10.1016/S0262-8856(96)01112-2; examples by hand")
            .build();

    @Override
    public GemanMcclure with(Params params) {
        return new GemanMcclure(params.number("c"));
    }

    @Override
    public Halved halved() {
        // the square of so small a scale is 0
        return new Halved(ResidualLoss.halves(c) ? new GemanMcclure(c / 2) : this, 4);
    }

    @Override
    public double curve(double e) {
        double r = e / c;
        return Math.abs(r) < 1 ? e / 2 * (e / (1 + r * r)) : c / 2 * (c / (1 + 1 / r / r));
    }

    @Override
    public double slope(double e) {
        double r = e / c;
        double share = Math.abs(r) < 1 ? 1 / (1 + r * r) : 1 / r / (r + 1 / r);
        return share == 0 ? 0 : e * share * share;
    }

    @Override
    public double curvature(double e) {
        double r = e / c;
        double share = Math.abs(r) < 1 ? 1 / (1 + r * r) : 1 / r / (r + 1 / r);
        return share * share * (4 * share - 3);
    }
}
