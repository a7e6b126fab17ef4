package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;

/** The angle whose tangent is the absolute percentage error: a truth of 0 costs a right angle, not infinity. */
public record Maape() implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("maape", new Maape())
            .summary("mean arctangent absolute percentage error, in radians")
            .aliases("mean_arctangent_absolute_percentage_error")
            .formula("arctan(|prediction - truth| / |truth|)")
            .slope("sign(prediction - truth) |truth| / (truth^2 + (prediction - truth)^2)")
            .traits(Trait.SYMMETRIC, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("A truth of 0 costs pi/2, and 0 if it is met. The slope at prediction = truth is 0.")
            .example(Example.of(1, 2).gives(0.7853981633974483, 0.5))
            .example(Example.rows(new double[][] {{0}, {0}}, new double[][] {{1}, {0}})
                    .gives(0.7853981633974483, 0, 0))
            .plot(-1, 5, 1)
            .source("Kim and Kim 2016, doi:10.1016/j.ijforecast.2015.12.003; examples by hand")
            .build();

    @Override
    public double value(double t, double p) {
        double e = p - t;
        if (Double.isInfinite(e) && Double.isFinite(t) && Double.isFinite(p)) {
            return value(t / 2, p / 2);
        }
        return e == 0 ? 0 : Elementary.atan(Math.abs(e / t));
    }

    @Override
    public double slope(double t, double p) {
        double e = p - t;
        double size = Elementary.hypot(t, e);
        if (Double.isInfinite(size) && Double.isFinite(t) && Double.isFinite(p)) {
            return slope(t / 4, p / 4) / 4;
        }
        return e == 0 ? 0 : Math.signum(e) * (Math.abs(t) / size) / size;
    }

    @Override
    public double curvature(double t, double p) {
        double e = p - t;
        double size = Elementary.hypot(t, e);
        // a size past the range of doubles leaves less than the least one
        return e == 0 || Double.isInfinite(size) ? 0 : -2 * (Math.abs(t) / size) * (Math.abs(e) / size) / size / size;
    }

    @Override
    public double[] kinks(double truth) {
        return new double[] {truth};
    }
}
