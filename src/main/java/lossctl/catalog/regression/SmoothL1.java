package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The Huber loss divided by its bend, so that far out it is the absolute error less a constant. */
public record SmoothL1(double beta) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("smooth_l1", new SmoothL1(1))
            .summary("absolute error, rounded off within beta of zero")
            .aliases("smooth_l1_loss")
            .formula("e = prediction - truth;  e^2 / (2 beta) if |e| < beta, else |e| - beta/2")
            .slope("e / beta if |e| < beta, else sign(e)")
            .param("beta", 1, Interval.NON_NEGATIVE, "where the curve turns straight")
            .traits(
                    Trait.CONVEX,
                    Trait.SYMMETRIC,
                    Trait.SMOOTH,
                    Trait.LIPSCHITZ,
                    Trait.ZERO_AT_TRUTH,
                    Trait.NON_NEGATIVE)
            .note("It is huber with delta = beta, divided by beta.")
            .note("With beta = 0 it is the absolute error, and its slope at e = 0 is 0.")
            .example(Example.of(0, 3).with("beta", 2.0).gives(2, 1))
            .example(Example.of(0, 0.5).gives(0.125, 0.5))
            .example(Example.of(0, -2).with("beta", 0.0).gives(2, -1))
            .source("Girshick 2015, doi:10.1109/ICCV.2015.169")
            .build();

    @Override
    public SmoothL1 with(Params params) {
        return new SmoothL1(params.number("beta"));
    }

    @Override
    public Halved halved() {
        return new Halved(ResidualLoss.halves(beta) ? new SmoothL1(beta / 2) : this, 2);
    }

    @Override
    public double curve(double e) {
        // both cases in one, since a branch on how large a residual is is as often wrong as right
        double size = Math.abs(e);
        double near = Math.min(size, beta);
        return beta == 0 ? size : near / beta * (size - near / 2);
    }

    @Override
    public double slope(double e) {
        return Math.abs(e) < beta ? e / beta : Math.signum(e);
    }

    @Override
    public double curvature(double e) {
        return Math.abs(e) < beta ? 1 / beta : 0;
    }

    @Override
    public double[] kinks() {
        return beta == 0 ? new double[] {0} : NO_KINKS;
    }
}
