package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The squared error with unequal sides: its minimiser is the {@code tau}-expectile. */
public record Expectile(double tau) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("expectile", new Expectile(0.5))
            .summary("asymmetric squared error, whose minimiser is the tau-expectile")
            .aliases("expectile_loss", "asymmetric_squared_error")
            .formula("e = prediction - truth;  (1 - tau) e^2 if e >= 0, else tau e^2")
            .slope("2 (1 - tau) e if e >= 0, else 2 tau e")
            .param("tau", 0.5, Interval.UNIT, "the expectile; alpha in CatBoost and XGBoost")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Half the squared error at tau = 0.5; symmetric only there.")
            .note("The curvature at e = 0 is that of over-prediction, 2 (1 - tau).")
            .example(Example.of(0, 2).with("tau", 0.25).gives(3, 3))
            .example(Example.of(2, 0).with("tau", 0.25).gives(1, -1))
            .source("Newey and Powell 1987, doi:10.2307/1911031; CatBoost, Expectile; examples by hand")
            .build();

    @Override
    public Expectile with(Params params) {
        return new Expectile(params.number("tau"));
    }

    private double side(double e) {
        return e >= 0 ? 1 - tau : tau;
    }

    @Override
    public Halved halved() {
        return new Halved(this, 4);
    }

    @Override
    public double curve(double e) {
        return side(e) * e * e;
    }

    @Override
    public double slope(double e) {
        return 2 * side(e) * e;
    }

    @Override
    public double curvature(double e) {
        return 2 * side(e);
    }
}
