package lossctl.catalog.metric;

import lossctl.loss.Example;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;

/** The mean residual: how far predictions lie too high. */
public record MeanError() implements ResidualLoss {
    public static final Spec SPEC = Spec.of("mean_error", new MeanError())
            .summary("mean of prediction - truth: the bias")
            .aliases("mean_bias_error", "bias", "mbe")
            .formula("prediction - truth")
            .bias()
            .note("Positive where predictions are too high.")
            .example(Example.rows(new double[][] {{1}, {0}}, new double[][] {{2}, {-3}})
                    .gives(-1))
            .source("Willmott and Matsuura 2005, doi:10.3354/cr030079")
            .build();

    @Override
    public double curve(double e) {
        return e;
    }

    @Override
    public double slope(double e) {
        return Double.NaN;
    }

    @Override
    public double farValue(double truth, double prediction) {
        return (prediction / 2 - truth / 2) * (2 / FAR_UNIT);
    }
}
