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

/** The negative log-likelihood of a gamma distribution with a predicted mean and a known shape. */
public record GammaNll(double shape) implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("gamma_nll", new GammaNll(1))
            .summary("negative log-likelihood of a gamma distribution, its mean predicted")
            .aliases("gamma_nloglik", "gamma_negative_log_likelihood")
            .alias("half_gamma_loss", "log_input", true)
            .alias("reg_gamma", "log_input", true)
            .formula("k = shape;  k (ln p + t / p) - (k - 1) ln t + ln Gamma(k) - k ln k;  with log_input: p = e^x")
            .slope("k (p - t) / p^2;  with log_input: k (1 - t e^-x)")
            .flag("log_input", "predictions are logarithms of means")
            .param("shape", 1, Interval.POSITIVE, "shape k; 1 is the exponential distribution: ln p + t / p")
            .traits(Trait.SMOOTH)
            .note("Convex only with log_input. The factor of a gradient is the shape: 1 for boosting libraries.")
            .example(Example.of(3, 1).gives(3, -2))
            .example(Example.of(2, 0).with("log_input", true).gives(2, -1))
            .example(Example.of(3, 1).with("shape", 2.0).gives(3.5150933502119997, -4))
            .plot(0.2, 5, 1)
            .source("XGBoost, gamma-nloglik; scikit-learn, HalfGammaLoss; examples by hand, the last by mpmath")
            .build();

    @Override
    public Loss with(Params params) {
        GammaNll loss = new GammaNll(params.number("shape"));
        return params.flag("log_input") ? new LogMean(loss) : loss;
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.POSITIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.POSITIVE);
    }

    @Override
    public double value(double t, double p) {
        if (shape == 1) {
            return Elementary.log(p) + t / p;
        }
        Twofold half = Deviance.half(2, t, p);
        return half.high() <= Double.MAX_VALUE
                ? half.times(shape).plus(least(t)).value()
                : least(t).plus(Unbounded.of(t).over(p).times(shape).value()).value();
    }

    /** The loss of the best mean, t. */
    private Twofold least(double t) {
        Twofold log = Twofold.of(t).log().minus(Twofold.of(shape).log());
        return log.plus(Deviance.leastPoisson(shape));
    }

    @Override
    public double slope(double t, double p) {
        return Deviance.gammaSlope(shape, t, p);
    }

    @Override
    public double curvature(double t, double p) {
        return Deviance.gammaCurvature(shape, t, p);
    }

    /** The same of the logarithm of a mean. */
    private record LogMean(GammaNll loss) implements PointwiseLoss {
        /** From here on the exponential alone counts. */
        private static final double FAR = 700;

        @Override
        public Domain truth() {
            return loss.truth();
        }

        @Override
        public double value(double t, double x) {
            if (loss.shape == 1) {
                return x + Growth.timesExp(t, -x);
            }
            Twofold u = Twofold.of(t).log().plus(-x);
            return u.high() < FAR
                    ? loss.least(t).plus(Growth.expm1Minus(u).times(loss.shape)).value()
                    : loss.least(t)
                            .plus(Unbounded.exp(u).times(loss.shape).value())
                            .value();
        }

        @Override
        public double slope(double t, double x) {
            Twofold u = Twofold.of(t).log().plus(-x);
            return u.high() < FAR
                    ? -loss.shape * Growth.expm1(u)
                    : -Unbounded.exp(u).times(loss.shape).value();
        }

        @Override
        public double curvature(double t, double x) {
            return Unbounded.exp(Twofold.of(-x)).times(t).times(loss.shape).value();
        }
    }
}
