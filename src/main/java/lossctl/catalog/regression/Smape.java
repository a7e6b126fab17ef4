package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;

/** The absolute error over the mean size of truth and prediction: from 0 to 2, the same for both of them. */
public record Smape() implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("smape", new Smape())
            .summary("symmetric mean absolute percentage error, as a fraction from 0 to 2")
            .aliases("symmetric_mean_absolute_percentage_error", "symmetric_mape")
            .formula("2 |prediction - truth| / (|truth| + |prediction|)")
            .slope("2 (sign(prediction - truth) - |prediction - truth| sign(prediction) / s) / s,"
                    + " s = |truth| + |prediction|")
            .traits(Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("A fraction, while mape is in percent; CatBoost's SMAPE is 100 times this.")
            .note("Both 0: 0. The slope at prediction = truth is 0, and at prediction = 0 the mean of both sides.")
            .example(Example.rows(new double[][] {{1}, {10}, {1e6}}, new double[][] {{0.9}, {15}, {1.2e6}})
                    .gives(0.22902711323763955))
            .example(Example.of(1, 3).gives(1, 0.25))
            .plot(-1, 5, 1)
            .source("Armstrong 1985, Long-Range Forecasting; first example: TorchMetrics' data, by mpmath")
            .build();

    @Override
    public double value(double t, double p) {
        double size = Math.abs(t) + Math.abs(p);
        if (size > Double.MAX_VALUE && Double.isFinite(t) && Double.isFinite(p)) {
            return value(t / 2, p / 2);
        }
        return size == 0 ? 0 : Math.abs(p - t) / size * 2;
    }

    @Override
    public double slope(double t, double p) {
        double size = Math.abs(t) + Math.abs(p);
        if (size == 0 || t > 0 && p < 0 || t < 0 && p > 0) {
            return 0;
        }
        if (size > Double.MAX_VALUE && Double.isFinite(t) && Double.isFinite(p)) {
            return slope(t / 2, p / 2) / 2;
        }
        double slope = 4 * Math.signum(p - t) * (Math.abs(t) / size) / size;
        return p == 0 ? slope / 2 : slope;
    }

    @Override
    public double curvature(double t, double p) {
        double size = Math.abs(t) + Math.abs(p);
        return p == 0 ? 0 : -2 * slope(t, p) * Math.signum(p) / size;
    }

    @Override
    public double[] kinks(double truth) {
        return new double[] {0, truth};
    }
}
