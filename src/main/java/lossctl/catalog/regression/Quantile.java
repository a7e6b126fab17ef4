package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The pinball loss: its minimiser is the {@code tau}-quantile. */
public record Quantile(double tau) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("quantile", new Quantile(0.5))
            .summary("pinball loss, whose minimiser is the tau-quantile")
            .aliases("pinball", "pinball_loss", "mean_pinball_loss", "quantile_loss", "reg_quantileerror")
            .formula("tau max(truth - prediction, 0) + (1 - tau) max(prediction - truth, 0)")
            .slope("1 - tau if prediction > truth, else -tau")
            .param("tau", 0.5, Interval.UNIT, "the quantile")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The slope where prediction = truth is -tau, as in scikit-learn and LossFunctions.jl.")
            .note("Half the absolute error at tau = 0.5; symmetric only there.")
            .example(Example.rows(new double[][] {{1}, {2}, {3}}, new double[][] {{0}, {2}, {3}})
                    .with("tau", 0.1)
                    .gives(0.03333333333333333))
            .example(Example.rows(new double[][] {{1}, {2}, {3}}, new double[][] {{1}, {2}, {4}})
                    .with("tau", 0.9)
                    .gives(0.03333333333333333))
            .example(Example.of(0, 2).with("tau", 0.25).gives(1.5, 0.75))
            .source("Koenker and Bassett 1978, doi:10.2307/1913643; examples: scikit-learn, mean_pinball_loss")
            .build();

    private static final double[] ZERO = {0};

    @Override
    public Quantile with(Params params) {
        return new Quantile(params.number("tau"));
    }

    @Override
    public Halved halved() {
        return new Halved(this, 2);
    }

    @Override
    public double curve(double e) {
        // as the formula has it: the signs of residuals are as good as random, and a branch on them is dear
        return tau * Math.max(0 - e, 0) + (1 - tau) * Math.max(e, 0);
    }

    @Override
    public double slope(double e) {
        return e > 0 ? 1 - tau : -tau;
    }

    @Override
    public double curvature(double e) {
        return 0;
    }

    @Override
    public double[] kinks() {
        return ZERO;
    }
}
