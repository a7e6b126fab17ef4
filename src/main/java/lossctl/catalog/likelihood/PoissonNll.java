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

/**
 * The negative log-likelihood of a Poisson count. It is computed as half the deviance plus what the best rate would
 * still cost: both are positive, where the terms of the formula cancel for large counts.
 */
public record PoissonNll() implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("poisson_nll", new PoissonNll())
            .summary("negative log-likelihood of a Poisson count")
            .aliases("poisson_negative_log_likelihood", "poisson_nloglik")
            .formula("p - t ln p + ln Gamma(t + 1);  with log_input: e^x - t x + ln Gamma(t + 1)")
            .slope("1 - t / p;  with log_input: e^x - t")
            .flag("log_input", "predictions are logarithms of rates")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("A rate of 0 costs 0 if the count is 0, else Infinity.")
            .note("Exact, not Stirling's approximation of the term of the count.")
            .example(Example.of(3, 2).gives(1.712317927548219, -0.5))
            .example(Example.of(0, 2).gives(2, 1))
            .example(Example.of(1, 0).with("log_input", true).gives(1, 0))
            .plot(0.05, 5, 1)
            .source("Poisson 1837; examples: mpmath")
            .build();

    private static final Poisson POISSON = new Poisson();

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
        if (p == 0) {
            return t == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return Deviance.half(1, t, p).plus(Deviance.leastPoisson(t)).value();
    }

    @Override
    public double slope(double t, double p) {
        return POISSON.slope(t, p);
    }

    @Override
    public double farSlope(double t, double p) {
        return POISSON.farSlope(t, p);
    }

    @Override
    public double curvature(double t, double p) {
        return POISSON.curvature(t, p);
    }

    /** The same of the logarithm of a rate. */
    private record LogRate() implements PointwiseLoss {
        @Override
        public Domain truth() {
            return Domain.number(Interval.NON_NEGATIVE);
        }

        @Override
        public double value(double t, double x) {
            if (t == 0) {
                return Elementary.exp(x);
            }
            Twofold excess = Twofold.of(t).log().negated().plus(x);
            Twofold half = Math.abs(excess.high()) < 0x1p-10
                    ? excess.times(excess).scaled(-1).plus(rest(excess.high()))
                    : excess.exp().plus(-1).minus(excess);
            return half.times(t).plus(Deviance.leastPoisson(t)).value();
        }

        /** e^x - 1 - x - x^2/2, for small x. */
        private static double rest(double x) {
            return x * x * x / 6 * (1 + x / 4 * (1 + x / 5 * (1 + x / 6 * (1 + x / 7))));
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
