package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The Huber loss without its seam: half the square near zero, straight far out. */
public record PseudoHuber(double delta) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("pseudo_huber", new PseudoHuber(1))
            .summary("smooth Huber loss")
            .aliases("soft_l1", "pseudo_huber_error", "reg_pseudohubererror", "mphe", "mean_pseudo_huber_error")
            .formula("e = prediction - truth;  delta^2 (sqrt(1 + (e/delta)^2) - 1)")
            .slope("e / sqrt(1 + (e/delta)^2)")
            .param("delta", 1, Interval.POSITIVE, "where the curve turns straight; huber_slope in XGBoost")
            .traits(
                    Trait.CONVEX,
                    Trait.SYMMETRIC,
                    Trait.SMOOTH,
                    Trait.LIPSCHITZ,
                    Trait.ZERO_AT_TRUTH,
                    Trait.NON_NEGATIVE)
            .example(Example.of(0, 0.75).gives(0.25, 0.6))
            .example(Example.of(8, 0).with("delta", 6.0).gives(24, -4.8))
            .source("Charbonnier et al. 1997, doi:10.1109/83.551699; XGBoost, reg:pseudohubererror;"
                    + " SciPy, least_squares with loss='soft_l1'; examples by hand")
            .build();

    /** From here on the 1 beside the square does not count. */
    private static final double FAR = 1e40;

    /** From here on the loss is as straight as a double can be. */
    private static final double LINE = 1e20;

    @Override
    public PseudoHuber with(Params params) {
        return new PseudoHuber(params.number("delta"));
    }

    @Override
    public Halved halved() {
        // of so small a scale the loss is a line
        return ResidualLoss.halves(delta) ? new Halved(new PseudoHuber(delta / 2), 4) : new Halved(this, 2);
    }

    @Override
    public double curve(double e) {
        return Math.abs(e / delta) < LINE ? e * (e / (1 + height(e))) : delta * Math.abs(e);
    }

    /** sqrt(1 + (e/delta)^2), rounded once. */
    private double height(double e) {
        double r = e / delta;
        double square = r * r;
        if (!(square < FAR)) {
            return Math.abs(r);
        }
        double lost = Math.fma(r, r, -square) + 2 * r * (Math.fma(-r, delta, e) / delta);
        double sum = 1 + square;
        double rest = (square < 1 ? 1 - sum + square : square - sum + 1) + lost;
        double root = Math.sqrt(sum);
        return root + (Math.fma(-root, root, sum) + rest) / (2 * root);
    }

    @Override
    public double slope(double e) {
        return Math.abs(e / delta) < LINE ? e / height(e) : Math.copySign(delta, e);
    }

    @Override
    public double curvature(double e) {
        double h = height(e);
        return 1 / h / h / h;
    }
}
