package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;

/** The logarithm of the hyperbolic cosine: half the square near zero, the absolute error far out, smooth throughout. */
public record LogCosh() implements ResidualLoss {
    public static final Spec SPEC = Spec.of("log_cosh", new LogCosh())
            .summary("logarithm of the hyperbolic cosine of the residual")
            .aliases("log_cosh_error", "log_cosh_loss")
            .formula("e = prediction - truth;  ln cosh e")
            .slope("tanh e")
            .traits(
                    Trait.CONVEX,
                    Trait.SYMMETRIC,
                    Trait.SMOOTH,
                    Trait.LIPSCHITZ,
                    Trait.ZERO_AT_TRUTH,
                    Trait.NON_NEGATIVE)
            .example(Example.rows(new double[][] {{0, 1}, {0, 0}}, new double[][] {{1, 1}, {0, 0}})
                    .gives(0.1084452076207568, 0.1903985389889412, 0, 0, 0))
            .example(Example.of(0, 1e-8).gives(5e-17, 1e-8))
            .example(Example.of(0, 1e6).gives(999999.3068528194, 1))
            .source("Saleh and Saleh 2022, arXiv:2208.04564; first example: Keras, LogCosh")
            .build();

    private static final double LN_2 = 0.6931471805599453;
    private static final double LN_2_REST = 2.3190468138462996e-17;

    @Override
    public double curve(double e) {
        double size = Math.abs(e);
        if (size < 1) {
            return Elementary.log1p(coshMinus1(e));
        }
        return size - LN_2 + (Elementary.log1p(Elementary.exp(-2 * size)) - LN_2_REST);
    }

    /** The series of cosh e - 1, for |e| at most 1. */
    private static double coshMinus1(double e) {
        double square = e * e;
        double rest = 0;
        for (int k = 18; k >= 4; k -= 2) {
            rest = square / (k * (k - 1)) * (1 + rest);
        }
        return square / 2 + square / 2 * rest;
    }

    @Override
    public double slope(double e) {
        return Elementary.tanh(e);
    }

    @Override
    public double curvature(double e) {
        double cosh = Elementary.cosh(e);
        return 1 / cosh / cosh;
    }

    @Override
    public double farValue(double truth, double prediction) {
        return Math.abs(prediction / 2 - truth / 2) * (2 / FAR_UNIT);
    }
}
