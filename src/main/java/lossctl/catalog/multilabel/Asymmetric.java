package lossctl.catalog.multilabel;

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
 * The binary cross-entropy, faded out for what is already right: faster for negatives, and wholly below a margin.
 *
 * @param positive how fast positive truths fade
 * @param negative how fast negative truths fade
 * @param margin the greatest probability of a negative truth that costs nothing
 */
public record Asymmetric(double positive, double negative, double margin) implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("asymmetric", new Asymmetric(1, 4, 0.05))
            .summary("binary cross-entropy that fades out faster for negative truths")
            .aliases("asymmetric_loss", "asl")
            .formula("g = gamma_positive, h = gamma_negative, m = max(0, p - margin);"
                    + "  -t (1 - p)^g ln p - (1 - t) m^h ln(1 - m);  from logits p = 1 / (1 + e^-x)")
            .slope("t (g (1 - p)^(g - 1) ln p - (1 - p)^g / p) + (1 - t) (m^h / (1 - m) - h m^(h - 1) ln(1 - m));"
                    + "  from logits times p (1 - p)")
            .flag("from_logits", "predictions are raw scores, not probabilities")
            .param("gamma_positive", 1, Interval.NON_NEGATIVE, "how fast positive truths fade")
            .param("gamma_negative", 4, Interval.atLeast(1), "how fast negative truths fade")
            .param(
                    "margin",
                    0.05,
                    new Interval(0, false, 1, true),
                    "greatest probability of a negative truth that costs 0")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("A probability of 0 for a positive truth costs Infinity.")
            .example(Example.of(1, 0.5).gives(0.34657359027997264, -1.6931471805599454))
            .example(Example.of(0, 0.5)
                    .with("margin", 0.0)
                    .with("gamma_negative", 1.0)
                    .gives(0.34657359027997264, 1.6931471805599454))
            .example(Example.of(0, 0)
                    .with("from_logits", true)
                    .with("margin", 0.0)
                    .with("gamma_negative", 1.0)
                    .gives(0.34657359027997264, 0.42328679513998635))
            .example(Example.of(0, 0.05).gives(0, 0))
            .plot(0, 1, 0, 1)
            .source("Ridnik et al. 2021, doi:10.1109/ICCV48922.2021.00015; examples: (ln 2)/2, its slope ln 2 + 1")
            .build();

    /** Whole exponents up to this are multiplied out. */
    private static final int WHOLE = 12;

    @Override
    public Loss with(Params params) {
        Asymmetric asymmetric = new Asymmetric(
                params.number("gamma_positive"), params.number("gamma_negative"), params.number("margin"));
        return params.flag("from_logits") ? new AsymmetricScores(asymmetric) : asymmetric;
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.UNIT);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.UNIT);
    }

    @Override
    public double value(double t, double p) {
        return value(t, Twofold.of(p), Twofold.sum(1, -p), -Elementary.log(p), -Elementary.log1p(-p));
    }

    @Override
    public double slope(double t, double p) {
        Twofold m = Twofold.sum(p, -margin);
        Twofold rest = Twofold.of(1).minus(m);
        return (t == 0 ? 0 : t * rise(Twofold.sum(1, -p), p, -Elementary.log(p)) / p)
                + (t == 1 ? 0 : (1 - t) * fall(m, -Elementary.log1p(-p), Twofold.of(1)) / rest.value());
    }

    @Override
    public double curvature(double t, double p) {
        double q = 1 - p;
        return (t == 0 ? 0 : t * riseBend(p, q, -Elementary.log(p)))
                + (t == 1 ? 0 : (1 - t) * fallBend(p, -Elementary.log1p(-p)));
    }

    /** The second derivative of a positive truth. */
    private double riseBend(double p, double q, double entropy) {
        // an entropy falls to 0 as q does
        double share = q == 0 ? 1 : entropy / q;
        double fading = positive == 0
                ? 0
                : p == 0
                        ? Double.POSITIVE_INFINITY
                        : positive * power(q, positive - 1) * ((positive - 1) * share + 2 / p);
        return fading + power(q, positive) / p / p;
    }

    /** The second derivative of a negative truth. */
    private double fallBend(double p, double other) {
        Twofold m = Twofold.sum(p, -margin);
        double base = m.value();
        if (base < 0 || base == 0 && margin > 0) {
            return 0;
        }
        double rest = Twofold.of(1).minus(m).value();
        double share = base == 0 ? 1 : beyond(m, other) / base;
        double bend = negative == 1 ? 0 : (negative - 1) * share;
        return negative * power(base, negative - 1) * (bend + 2 / rest) + power(base, negative) / rest / rest;
    }

    /** The loss of a probability and its complement, with their negative logarithms: powers magnify what a double loses. */
    private double value(double t, Twofold p, Twofold q, double entropy, double other) {
        double right = t == 0 || q.high() == 0 ? 0 : t * cost(q, positive, entropy);
        Twofold m = p.plus(-margin);
        return right + (t == 1 || !(m.high() > 0) ? 0 : (1 - t) * cost(m, negative, beyond(m, other)));
    }

    private static double cost(Twofold base, double exponent, double entropy) {
        return power(base, exponent).times(entropy).value();
    }

    /** -ln(1 - m), m > 0. */
    private double beyond(Twofold m, double other) {
        if (margin == 0) {
            return other;
        }
        return m.high() < 0.5
                ? m.low() / (1 - m.high()) - Elementary.log1p(-m.high())
                : -Elementary.log(Twofold.of(1).minus(m).value());
    }

    /** The slope of a positive truth, times p; {@code q} is 1 - p. */
    private double rise(Twofold q, double p, double entropy) {
        double fading = positive == 0 || p == 0 || q.high() == 0
                ? 0
                : power(q, positive)
                        .times(positive * p)
                        .times(Twofold.of(entropy).over(q))
                        .value();
        return -fading - power(q, positive).value();
    }

    /** The slope of a negative truth, times 1 - m, times {@code factor}. */
    private double fall(Twofold m, double other, Twofold factor) {
        if (!(m.high() > 0)) {
            return 0;
        }
        double rest = Twofold.of(1).minus(m).value();
        Twofold fading = rest == 0
                ? Twofold.of(0)
                : power(m, negative - 1).times(Twofold.product(negative, rest)).times(beyond(m, other));
        return fading.plus(power(m, negative)).times(factor).value();
    }

    /** A power, without what it would magnify of the rounding of its base. */
    private static Twofold power(Twofold base, double exponent) {
        if (exponent > WHOLE || exponent != Math.rint(exponent)) {
            Twofold log = base.log().times(exponent);
            return base.high() > 0 ? Elementary.sharpExp(log.high(), log.low()) : Twofold.of(0);
        }
        Twofold power = Twofold.of(1);
        for (int i = 0; i < exponent; i++) {
            power = power.times(base);
        }
        return power;
    }

    private static double power(double base, double exponent) {
        return exponent == 0 ? 1 : exponent == 1 ? base : Elementary.pow(base, exponent);
    }

    /** The same of a raw score. */
    private record AsymmetricScores(Asymmetric of) implements PointwiseLoss {
        private static final double FAR = 650;

        @Override
        public Domain truth() {
            return Domain.number(Interval.UNIT);
        }

        private static Twofold probability(double x) {
            Twofold odds = Elementary.sharpExp(-Math.abs(x), 0);
            return (x < 0 ? odds : Twofold.of(1)).over(odds.plus(1));
        }

        @Override
        public double value(double t, double x) {
            return of.value(t, probability(x), probability(-x), Elementary.softplus(-x), Elementary.softplus(x));
        }

        @Override
        public double slope(double t, double x) {
            Twofold p = probability(x);
            Twofold q = probability(-x);
            Twofold m = p.plus(-of.margin);
            double rise = t * q.high() * of.rise(q, p.high(), Elementary.softplus(-x));
            if (of.margin > 0 && x > FAR) {
                // the complement is next to the least double, and then divided by the margin
                Twofold half = Elementary.sharpExp(-x / 2, 0);
                Twofold part = half.over(Twofold.of(of.margin));
                return rise + (1 - t) * of.fall(m, Elementary.softplus(x), part) * half.value();
            }
            Twofold part = of.margin == 0 ? p : p.times(q).over(q.plus(of.margin));
            return rise + (1 - t) * of.fall(m, Elementary.softplus(x), part);
        }

        @Override
        public double curvature(double t, double x) {
            double p = Elementary.sigmoid(x);
            double q = Elementary.sigmoid(-x);
            return t * rise(p, q, p * Elementary.softplus(-x))
                    + (1 - t) * fall(p, q, probability(x).plus(-of.margin), Elementary.softplus(x));
        }

        /** The second derivative of a positive truth, from its entropy times p. */
        private double rise(double p, double q, double entropy) {
            double g = of.positive;
            return power(q, g) * (g * entropy * (g * p - q) + (2 * g + 1) * p * q);
        }

        /** The second derivative of a negative truth, the slopes by the probability kept apart from what they cancel with. */
        private double fall(double p, double q, Twofold base, double other) {
            if (!(base.high() > 0)) {
                return 0;
            }
            double m = base.value();
            double h = of.negative;
            double pace = p * q;
            double fading = h * of.beyond(base, other) * pace;
            double part = of.margin == 0 ? p : pace / (q + of.margin);
            double turn = of.margin == 0 ? q : q - p * (of.margin / (q + of.margin));
            double bend = h == 1 ? 0 : (h - 1) * fading * (pace / m);
            return power(m, h - 1) * (bend + 2 * h * pace * part + (q - p) * fading + m * part * turn);
        }
    }
}
