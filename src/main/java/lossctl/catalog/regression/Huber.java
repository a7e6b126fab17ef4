package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** Quadratic near zero, linear beyond {@code delta}: the squared error that forgives outliers. */
public record Huber(double delta) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("huber", new Huber(1))
            .summary("squared near zero, absolute beyond delta")
            .aliases("huber_loss")
            .formula("e = prediction - truth;  e^2/2 if |e| <= delta, else delta (|e| - delta/2)")
            .slope("e if |e| <= delta, else delta sign(e)")
            .param("delta", 1, Interval.POSITIVE, "where the curve turns straight")
            .traits(
                    Trait.CONVEX,
                    Trait.SYMMETRIC,
                    Trait.SMOOTH,
                    Trait.LIPSCHITZ,
                    Trait.ZERO_AT_TRUTH,
                    Trait.NON_NEGATIVE)
            .note("Half the squared error near zero, not the whole.")
            .example(Example.of(0, 2).gives(1.5, 1))
            .example(Example.of(0, 0.5).gives(0.125, 0.5))
            .example(Example.of(3, 0).with("delta", 2.0).gives(4, -2))
            .source("Huber 1964, doi:10.1214/aoms/1177703732")
            .build();

    @Override
    public Huber with(Params params) {
        return new Huber(params.number("delta"));
    }

    @Override
    public Halved halved() {
        // of so small a scale the loss is a line
        return ResidualLoss.halves(delta) ? new Halved(new Huber(delta / 2), 4) : new Halved(this, 2);
    }

    @Override
    public double curve(double e) {
        // both cases in one, since a branch on how large a residual is is as often wrong as right
        double size = Math.abs(e);
        double near = Math.min(size, delta);
        return near * (size - near / 2);
    }

    @Override
    public double slope(double e) {
        return Math.max(-delta, Math.min(delta, e));
    }

    @Override
    public double curvature(double e) {
        return Math.abs(e) < delta ? 1 : 0;
    }
}
