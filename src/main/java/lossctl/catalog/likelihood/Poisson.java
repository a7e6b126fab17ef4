package lossctl.catalog.likelihood;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;
import lossctl.num.Unbounded;

/** The part of a Poisson count's negative log-likelihood that depends on the prediction. */
public record Poisson() implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("poisson", new Poisson())
            .summary("Poisson loss of a rate, without the term of the count alone")
            .aliases("poisson_loss")
            .alias("poisson_nll_loss", "log_input", true)
            .alias("half_poisson_loss", "log_input", true)
            .alias("count_poisson", "log_input", true)
            .formula("p - t ln p;  with log_input: e^x - t x")
            .slope("1 - t / p;  with log_input: e^x - t")
            .flag("log_input", "predictions are logarithms of rates")
            .traits(Trait.CONVEX, Trait.SMOOTH)
            .note("A rate of 0 costs 0 if the count is 0, else Infinity.")
            .note("May be below zero; poisson_nll adds ln Gamma(t + 1), poisson_deviance is 0 at the truth.")
            .example(Example.rows(new double[][] {{0, 1}, {0, 0}}, new double[][] {{1, 1}, {0, 0}})
                    .gives(0.5))
            .example(Example.of(3, 2).gives(-0.07944154167983593, -0.5))
            .example(Example.of(2, 0).with("log_input", true).gives(1, -1))
            .plot(0.05, 5, 1)
            .source("Keras, Poisson (first example); PyTorch, PoissonNLLLoss; mpmath (second)")
            .build();

    @Override
    public Loss with(Params params) {
        return params.flag("log_input") ? new LogRate() : this;
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.NON_NEGATIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.NON_NEGATIVE);
    }

    @Override
    public double value(double t, double p) {
        // above 1 the terms cancel
        return p > 1 && t > 0 ? Twofold.of(p).log().times(-t).plus(p).value() : p - Elementary.xLogY(t, p);
    }

    @Override
    public double slope(double t, double p) {
        return t == 0 ? 1 : (p - t) / p;
    }

    @Override
    public double curvature(double t, double p) {
        return t == 0 ? 0 : t / p / p;
    }

    @Override
    public double farValue(double t, double p) {
        return p / FAR_UNIT - t / FAR_UNIT * Elementary.log(p);
    }

    @Override
    public double farSlope(double t, double p) {
        return -t / FAR_UNIT / p;
    }

    /** The same of the logarithm of a rate. */
    private record LogRate() implements PointwiseLoss {
        /** From here on both terms may be past the range of doubles. */
        private static final double FAR = 709;

        @Override
        public Domain truth() {
            return Domain.number(Interval.NON_NEGATIVE);
        }

        @Override
        public double value(double t, double x) {
            if (x > FAR) {
                return Unbounded.exp(Twofold.of(x))
                        .plus(Unbounded.of(-t).times(x))
                        .value();
            }
            // above 0 the terms cancel
            return x > 0 && t > 0
                    ? Twofold.of(x).exp().minus(Twofold.product(t, x)).value()
                    : Elementary.exp(x) - t * x;
        }

        @Override
        public double slope(double t, double x) {
            return Growth.expMinus(x, t);
        }

        @Override
        public double curvature(double t, double x) {
            return Elementary.exp(x);
        }
    }
}
