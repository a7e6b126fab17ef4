package lossctl.catalog.likelihood;

import lossctl.num.Elementary;
import lossctl.num.Twofold;
import lossctl.num.Unbounded;

/**
 * What the deviances share: {@code integral from p to t of (t - u) / u^power du}. In two doubles, since the terms of the
 * closed form cancel; by a series where t is next to p.
 */
public final class Deviance {
    private static final double NEAR = 0x1p-10;

    private Deviance() {}

    /** Half the deviance of this power of the variance, for p > 0; a truth below 0 only where the power is. */
    public static Twofold half(double power, double t, double p) {
        return half(power, Twofold.sum(2, -power), Twofold.sum(1, -power), t, p);
    }

    /** The same of the power 2 - beta, which a double need not hold. */
    public static Twofold ofExponent(double beta, double t, double p) {
        return half(2 - beta, Twofold.of(beta), Twofold.sum(beta, -1), t, p);
    }

    private static Twofold half(double power, Twofold exponent, Twofold lower, double t, double p) {
        Twofold difference = Twofold.sum(t, -p);
        if (t == p) {
            return Twofold.of(0);
        }
        if (t == 0) {
            return scaled(exponent, p, Twofold.of(1).over(exponent));
        }
        if (Math.abs(difference.high()) * Math.max(1, Math.abs(power)) <= NEAR * p) {
            Twofold x = difference.over(Twofold.of(p));
            Twofold square = x.times(x).scaled(-1);
            return scaled(exponent, p, square.plus(square.times(rest(power, x.high()))));
        }
        if (power == 1) {
            return logRatio(t, p, difference).times(t).minus(difference);
        }
        if (power == 2) {
            return difference.over(Twofold.of(p)).minus(logRatio(t, p, difference));
        }
        Twofold raised = t <= 0
                ? Twofold.of(0)
                : logRatio(t, p, difference).times(exponent).exp();
        Twofold above = raised.plus(-1).minus(difference.over(Twofold.of(p)).times(exponent));
        Twofold share = above.over(exponent).over(lower);
        if (!(Math.abs(above.high()) <= Double.MAX_VALUE && Math.abs(share.high()) <= Double.MAX_VALUE)) {
            return Twofold.of(apart(exponent, lower, t, p));
        }
        return scaled(exponent, p, share);
    }

    /** p^exponent times a share, where the power may be past the range of doubles and the product is not. */
    private static Twofold scaled(Twofold exponent, double p, Twofold share) {
        Twofold scale = scale(exponent, p);
        if (!(scale.high() >= Double.MIN_NORMAL && scale.high() <= Double.MAX_VALUE)) {
            Twofold root = scale(exponent.scaled(-1), p);
            return share.times(root).times(root);
        }
        return scale.times(share);
    }

    /** The same in its three terms: where the quotient of t and p, or its power, is past the range of doubles. */
    private static double apart(Twofold exponent, Twofold lower, double t, double p) {
        Twofold growth = Elementary.sharpLog(t).minus(Elementary.sharpLog(p)).times(lower);
        if (t > p && Math.abs(growth.high()) < 1) {
            // next to the power 1 two of them are great, and nearly the same
            return Twofold.of(Growth.expm1(growth))
                    .over(lower)
                    .plus(-1)
                    .times(scale(lower, p))
                    .times(t)
                    .over(exponent)
                    .value();
        }
        double best = t <= 0 ? 0 : scale(exponent, t).value() / lower.high() / exponent.high();
        Twofold root = scale(lower.scaled(-1), p);
        double slope = -root.times(t).times(root).over(lower).value();
        double last = scale(exponent, p).value() / exponent.high();
        double sum = best + slope + last;
        // the greatest is the positive one
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    private static Twofold logRatio(double t, double p, Twofold difference) {
        return Twofold.logRatio(Twofold.of(t), Twofold.of(p), difference);
    }

    /** p^exponent. */
    private static Twofold scale(Twofold exponent, double p) {
        return exponent.high() == 1
                ? Twofold.of(p)
                : Twofold.of(p).log().times(exponent).exp();
    }

    /** What follows the 1 in the series of 2 ((1 + x)^(2-power) - 1 - (2-power) x) / ((1-power) (2-power) x^2). */
    private static double rest(double power, double x) {
        double sum = 0;
        double term = 1;
        for (int k = 3; Math.abs(term) > 0x1p-70; k++) {
            term *= -x * (power + k - 3) / k;
            sum += term;
        }
        return sum;
    }

    /** The derivative by p of half the deviance of this power: (p - t) / p^power. */
    public static double slope(Twofold power, double t, double p) {
        Unbounded e = Unbounded.of(p).plus(Unbounded.of(-t));
        return t == p ? 0 : Unbounded.pow(p, power.negated()).times(e).value();
    }

    /** Its second derivative. */
    public static double curvature(Twofold power, double t, double p) {
        double lead = (1 - power.high()) + power.high() * (t / p);
        Unbounded bend = Double.isInfinite(lead) ? Unbounded.of(t).over(p).times(power.high()) : Unbounded.of(lead);
        return bend.times(Unbounded.pow(p, power.negated())).value();
    }

    /** The derivative of {@code k (ln(p/t) + t/p - 1)} by p. */
    public static double gammaSlope(double k, double t, double p) {
        return Unbounded.of(p - t).over(p).over(p).times(k).value();
    }

    /** Its second derivative. */
    public static double gammaCurvature(double k, double t, double p) {
        double twice = 2 * (t / p);
        Unbounded bend = Double.isInfinite(twice) ? Unbounded.of(t).over(p).times(2) : Unbounded.of(twice - 1);
        return bend.over(p).over(p).times(k).value();
    }

    /** What a Poisson count costs at the best rate: ln Gamma(t + 1) - t ln t + t. */
    static Twofold leastPoisson(double t) {
        if (t < MANY) {
            Twofold power = t == 0 ? Twofold.of(0) : Twofold.of(t).log().times(t);
            return Elementary.logGamma1p(t).minus(power).plus(t);
        }
        // Stirling's series: two doubles have not the digits of what cancels
        return Twofold.of(t).log().scaled(-1).plus(HALF_LN_2_PI).plus(1 / t / 12 - 1 / t / t / t / 360);
    }

    private static final double MANY = 1e6;

    private static final Twofold HALF_LN_2_PI = new Twofold(0.9189385332046728, -3.8782941580672414e-17);
}
