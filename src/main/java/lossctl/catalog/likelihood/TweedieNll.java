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

/** What the negative log-likelihood of the Tweedie family says of its mean: the terms without the mean are left out. */
public record TweedieNll(double power) implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("tweedie_nll", new TweedieNll(1.5))
            .summary("negative log-likelihood of the Tweedie family, up to a constant")
            .aliases("tweedie_nloglik", "tweedie_negative_log_likelihood")
            .alias("half_tweedie_loss", "log_input", true)
            .alias("reg_tweedie", "log_input", true)
            .formula("with q = power: p^(2-q) / (2-q) - t p^(1-q) / (1-q);  q = 1: p - t ln p;  q = 2: ln p + t / p;"
                    + "  with log_input: p = e^x")
            .slope("(p - t) / p^power;  with log_input: (p - t) p^(1 - power)")
            .flag("log_input", "predictions are logarithms of means")
            .param("power", 1.5, Interval.REAL, "power of the mean that the variance is; not between 0 and 1")
            .traits(Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("Half of tweedie_deviance has the same gradient. At power 0 it lacks the t^2/2 of half_mse.")
            .note("power < 1: any truth; 1 to 2: truths >= 0; 2 and above: > 0. Predictions are > 0.")
            .example(Example.of(1, 4).gives(5, 0.375))
            .example(Example.of(3, 1).with("power", 2.0).gives(3, -2))
            .example(Example.of(1, 0).with("log_input", true).gives(4, 0))
            .plot(0.2, 5, 1)
            .source("Jorgensen 1987, doi:10.1111/j.2517-6161.1987.tb01685.x; XGBoost, tweedie-nloglik;"
                    + " scikit-learn, HalfTweedieLoss; examples by hand")
            .build();

    @Override
    public Loss with(Params params) {
        TweedieNll loss = new TweedieNll(new TweedieDeviance(params.number("power")).power());
        return params.flag("log_input") ? new LogMean(loss) : loss;
    }

    @Override
    public Domain truth() {
        return Domain.number(power < 1 ? Interval.REAL : power < 2 ? Interval.NON_NEGATIVE : Interval.POSITIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.POSITIVE);
    }

    @Override
    public double value(double t, double p) {
        if (power == 1) {
            return p - t * Elementary.log(p);
        }
        if (power == 2) {
            return Elementary.log(p) + t / p;
        }
        Twofold lead = lead(t, p);
        // p^(1 - power), of an exponent that is not rounded
        double scale = Math.abs(power) < 0.5 ? p * Elementary.pow(p, -power) : Elementary.pow(p, 1 - power);
        if (isPlain(scale) && isPlain(Math.abs(lead.high())) || lead.high() == 0) {
            return lead.times(scale).value();
        }
        // a truth past 2^900 may leave the range of doubles by its divisor, and leaves nothing of a small mean
        int down = Math.max(p, Math.abs(t)) > 0x1p900 ? -100 : 0;
        double rest = lead(Math.scalb(t, down), Math.scalb(p, down)).value();
        return Unbounded.of(rest)
                .times(Unbounded.pow(p, Twofold.sum(1, -power)))
                .times(Math.scalb(1.0, -down))
                .value();
    }

    private static boolean isPlain(double factor) {
        return factor >= Double.MIN_NORMAL && factor <= Double.MAX_VALUE;
    }

    private Twofold lead(double t, double p) {
        return Twofold.of(p).over(Twofold.sum(2, -power)).minus(Twofold.of(t).over(Twofold.sum(1, -power)));
    }

    @Override
    public double slope(double t, double p) {
        return Deviance.slope(Twofold.of(power), t, p);
    }

    @Override
    public double curvature(double t, double p) {
        return Deviance.curvature(Twofold.of(power), t, p);
    }

    /** The same of the logarithm of a mean. */
    private record LogMean(TweedieNll loss) implements PointwiseLoss {
        /** Below it two doubles have less digits than one. */
        private static final double LEAST = 1e-290;

        private static final double GREAT = 0x1p900;

        @Override
        public Domain truth() {
            return loss.truth();
        }

        @Override
        public double value(double t, double x) {
            double power = loss.power;
            if (power == 1) {
                return Elementary.exp(x) - t * x;
            }
            if (power == 2) {
                return x + Growth.timesExp(t, -x);
            }
            Twofold one = Twofold.of(1);
            return scaled(x, one.over(Twofold.sum(2, -power)), one.over(Twofold.sum(1, -power)), t);
        }

        /** e^((1 - power) x) (upper e^x - lower t). */
        private double scaled(double x, Twofold upper, Twofold lower, double t) {
            // a great truth leaves the range of doubles by its factor
            return Math.abs(t) > GREAT
                    ? difference(x, upper.scaled(-100), lower.times(Math.scalb(t, -100))) * 0x1p100
                    : difference(x, upper, lower.times(t));
        }

        private double difference(double x, Twofold upper, Twofold lower) {
            Twofold exponent = Twofold.sum(1, -loss.power).times(x);
            Twofold lead = Elementary.sharpExp(x, 0).times(upper).minus(lower);
            // its halves have all their digits where it is next to the least double
            Twofold half = Elementary.sharpExp(exponent.high() / 2, exponent.low() / 2);
            if (isPlain(half) && isPlain(lead)) {
                return half.times(lead).times(half).value();
            }
            Twofold both = exponent.plus(x);
            Twofold first = Elementary.sharpExp(both.high(), both.low()).times(upper);
            Twofold second =
                    Elementary.sharpExp(exponent.high(), exponent.low()).times(lower);
            if (isFinite(first) && isFinite(second)) {
                return first.minus(second).value();
            }
            double difference = Unbounded.exp(exponent)
                    .times(-lower.value())
                    .plus(Unbounded.exp(both).times(upper.value()))
                    .value();
            return Double.isNaN(difference) ? Math.signum(lead.high()) * Double.POSITIVE_INFINITY : difference;
        }

        private static boolean isFinite(Twofold term) {
            return Math.abs(term.high()) <= Double.MAX_VALUE;
        }

        private static boolean isPlain(Twofold factor) {
            return Math.abs(factor.high()) >= LEAST && Math.abs(factor.high()) <= Double.MAX_VALUE;
        }

        @Override
        public double slope(double t, double x) {
            if (loss.power == 1 && Math.abs(x) < 0.5) {
                return Growth.expMinus(x, t);
            }
            return scaled(x, Twofold.of(1), Twofold.of(1), t);
        }

        @Override
        public double curvature(double t, double x) {
            return scaled(x, Twofold.sum(2, -loss.power), Twofold.sum(1, -loss.power), t);
        }
    }
}
