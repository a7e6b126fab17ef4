package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** The distance of two points on a circle of circumference {@code c}: for angles, hours, days of the year. */
public record Periodic(double c) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("periodic", new Periodic(1))
            .summary("distance on a circle")
            .aliases("periodic_loss")
            .formula("e = prediction - truth;  1 - cos(2 pi e / c)")
            .slope("(2 pi / c) sin(2 pi e / c)")
            .param("c", 1, Interval.POSITIVE, "circumference: the residual that counts as none")
            .traits(Trait.SYMMETRIC, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .example(Example.of(0, 0.25).gives(1, 6.283185307179586))
            .example(Example.of(23, 5).with("c", 24.0).gives(1, 0.2617993877991494))
            .source("LossFunctions.jl, PeriodicLoss; examples by hand")
            .build();

    /** What Math.PI lacks of pi. */
    private static final double PI_REST = 1.2246467991473532e-16;

    /** Below it a quarter of the period is no double. */
    private static final double LEAST = 1e-300;

    @Override
    public Periodic with(Params params) {
        return new Periodic(params.number("c"));
    }

    @Override
    public Halved halved() {
        return new Halved(ResidualLoss.halves(c) ? new Periodic(c / 2) : new Doubled(this), 1);
    }

    @Override
    public double curve(double e) {
        double r = Math.IEEEremainder(e, c);
        double turn = r / c;
        double angle = Math.PI * turn;
        double rest = Math.fma(Math.PI, turn, -angle) + PI_REST * turn + Math.PI * (Math.fma(-turn, c, r) / c);
        // the square would double the error of the angle
        double sine = Elementary.sin(angle);
        double square = sine * sine;
        return 2 * (square + 2 * sine * Elementary.cos(angle) * rest);
    }

    @Override
    public double slope(double e) {
        double r = Math.IEEEremainder(e, c);
        if (c < LEAST) {
            return 2 * Math.PI * Elementary.sin(2 * Math.PI * (r / c)) / c;
        }
        // the sine is the same on both sides of a quarter turn, and there the difference is exact
        double rise = Math.abs(r) > c / 4 ? Math.copySign(c / 2 - Math.abs(r), r) : r;
        return 2 * Math.PI * Elementary.sin(2 * Math.PI * (rise / c)) / c;
    }

    @Override
    public double curvature(double e) {
        double r = Math.abs(Math.IEEEremainder(e, c));
        double turn = 2 * Math.PI / c;
        if (c < LEAST) {
            return turn * turn * Elementary.cos(2 * Math.PI * (r / c));
        }
        return turn * turn * Elementary.sin(2 * Math.PI * ((c / 4 - r) / c));
    }

    /** The same of twice the residual, by the angle's double. */
    private record Doubled(Periodic once) implements ResidualLoss {
        @Override
        public double curve(double e) {
            double half = once.curve(e);
            return 2 * half * (2 - half);
        }

        @Override
        public double slope(double e) {
            double slope = once.slope(e);
            return slope == 0 ? 0 : 4 * (1 - once.curve(e)) * slope;
        }

        @Override
        public double curvature(double e) {
            // past the range of doubles, as the square of one over the scale is
            return (1 - curve(e)) * Double.POSITIVE_INFINITY;
        }
    }
}
