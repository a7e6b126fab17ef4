package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;
import lossctl.num.Unbounded;

/**
 * A family of robust losses with a shape: squared at {@code alpha} 2, Charbonnier's at 1, Cauchy's at 0, Geman and
 * McClure's at -2, and Welsch's in the limit.
 */
public record Barron(double alpha, double c) implements ResidualLoss {
    public static final Spec SPEC = Spec.of("barron", new Barron(1, 1))
            .summary("general and adaptive robust loss")
            .aliases("general_robust", "adaptive_robust", "barron_loss")
            .formula("e = prediction - truth; b = |alpha - 2|;  b/alpha (((e/c)^2 / b + 1)^(alpha/2) - 1);"
                    + "  alpha = 2: (e/c)^2 / 2;  alpha = 0: ln((e/c)^2 / 2 + 1)")
            .slope("e/c^2 ((e/c)^2 / b + 1)^(alpha/2 - 1)")
            .param("alpha", 1, Interval.REAL, "shape: the lower, the less an outlier pulls")
            .param("c", 1, Interval.POSITIVE, "scale of the residuals")
            .traits(
                    Trait.CONVEX,
                    Trait.SYMMETRIC,
                    Trait.SMOOTH,
                    Trait.LIPSCHITZ,
                    Trait.ZERO_AT_TRUTH,
                    Trait.NON_NEGATIVE)
            .note("Convex for alpha >= 1; the limit for alpha to minus infinity is 1 - exp(-(e/c)^2 / 2).")
            .note("The additive normaliser that makes it a density is left out.")
            .example(Example.of(0, 2).with("alpha", 2.0).gives(2, 2))
            .example(Example.of(0, 2).with("alpha", 0.0).gives(1.0986122886681098, 0.6666666666666666))
            .example(Example.of(0, 2).with("alpha", -2.0).gives(1, 0.5))
            .example(Example.of(0, -2).with("alpha", -1e300).gives(0.8646647167633873, -0.2706705664732254))
            .source("Barron 2019, doi:10.1109/CVPR.2019.00446; examples by hand, the last by mpmath")
            .build();

    /** From here on the 1 beside the square does not count. */
    private static final double FAR = 1e34;

    /** From here on squares leave the range of doubles. */
    private static final double GREAT = 1e150;

    /** Up to here the square alone counts: the next term is a quarter of r^2 of it. */
    private static final double NEAR = 1e-9;

    /** Up to here a few terms of the series are enough. */
    private static final double SMALL = 0x1p-6;

    /** A lesser power is none, to the last digit of all logarithms there are. */
    private static final double LEAST = 1e-300;

    /** From here on the logarithm is raised, and not a base that is next to 1. */
    private static final double STEEP = 1e3;

    @Override
    public Barron with(Params params) {
        return new Barron(params.number("alpha"), params.number("c"));
    }

    @Override
    public Halved halved() {
        return new Halved(ResidualLoss.halves(c) ? new Barron(alpha, c / 2) : new OfLeastScale(alpha, c), 1);
    }

    @Override
    public double curve(double e) {
        double r = Math.abs(e / c);
        if (alpha == 2 || r < NEAR) {
            return r <= Double.MAX_VALUE ? r * (r / 2 + Math.fma(-r, c, Math.abs(e)) / c) : r;
        }
        double b = Math.abs(alpha - 2);
        Twofold base = base(e);
        if (base.high() * Math.max(1, Math.abs(alpha)) < SMALL) {
            Twofold half = Ratio.square(e, c).scaled(-1);
            return half.high() + (half.high() * rest(base.high()) + half.low());
        }
        boolean isFar = base.high() > FAR;
        Twofold log = isFar ? logRatio(e).times(2).minus(Elementary.sharpLog(b)) : Elementary.sharpLog1p(base);
        if (Math.abs(alpha) < LEAST) {
            return log.value();
        }
        Twofold y = log.times(alpha / 2);
        if (Math.abs(y.high()) <= 1) {
            double less1 = Elementary.expm1(y.high());
            double growth = less1 + y.low() * (1 + less1);
            return Twofold.of(b).over(Twofold.of(alpha)).times(growth).value();
        }
        double power = isFar ? far(e, 0) : power(base, 0);
        if (alpha > 0 && Double.isInfinite(power)) {
            return r <= Double.MAX_VALUE
                    ? far(e, 1) / alpha * r * r
                    : y.plus(size().over(Twofold.of(alpha)).log()).exp().value();
        }
        return Twofold.of(b).over(Twofold.of(alpha)).times(power - 1).value();
    }

    /** What follows the 1 in the series of the loss over half the square. */
    private double rest(double base) {
        double sum = 0;
        double term = 1;
        for (int k = 2; Math.abs(term) > 0x1p-60; k++) {
            term *= base * (alpha / 2 - k + 1) / k;
            sum += term;
        }
        return sum;
    }

    /** (e/c)^2/b in two doubles. */
    private Twofold base(double e) {
        Twofold base = Ratio.square(e, c).over(Twofold.sum(alpha, -2));
        return alpha < 2 ? base.negated() : base;
    }

    /** (base + 1)^(alpha/2 - less): great powers magnify what a double loses of the sum. */
    private double power(Twofold base, int less) {
        double exponent = alpha / 2 - less;
        if (Math.abs(alpha) > STEEP && base.high() < 0.25) {
            Twofold log = Elementary.sharpLog1p(base).times(exponent);
            return Elementary.sharpExp(log.high(), log.low()).value();
        }
        Twofold sum = base.plus(1);
        double power = Math.abs(alpha) >= 1
                ? Elementary.pow(sum.high(), exponent)
                : Elementary.pow(sum.high(), alpha / 2) / Elementary.pow(sum.high(), less);
        return power <= Double.MAX_VALUE ? power + power * (exponent * (sum.low() / sum.high())) : power;
    }

    /** (r^2/b)^(alpha/2 - less), of a great r = |e/c|. */
    private double far(double e, int less) {
        if (isOneProduct(e)) {
            return product(e, 2 * less, less, 0);
        }
        double power = pow(ratio(e), alpha) / Elementary.pow(ratio(e).high(), 2.0 * less);
        return power == 0 ? 0 : power * pow(size(), less - alpha / 2);
    }

    /** Whether a power of a great r is taken at once: small exponents are not rounded, but they do not reach that far. */
    private boolean isOneProduct(double e) {
        return alpha >= 1 || !(Math.abs(e / c) < GREAT);
    }

    /** r^(alpha - less) b^(more - alpha/2) / c^scales, also where only one of the factors is past the range of doubles. */
    private double product(double e, int less, int more, int scales) {
        double power = pow(ratio(e), alpha - less);
        double scale = pow(size(), more - alpha / 2);
        double unit = scales == 0 ? 1 : scales == 1 ? c : c * c;
        boolean isPlain = alpha >= 1 && isPlain(power) && isPlain(unit) && isPlain(power * scale);
        return isPlain
                ? power * scale / unit
                : logRatio(e)
                        .times(Twofold.sum(alpha, -less))
                        .plus(size().log().times(Twofold.sum(more, -alpha / 2)))
                        .minus(Twofold.of(c).log().times(scales))
                        .exp()
                        .value();
    }

    private static boolean isPlain(double factor) {
        return factor >= Double.MIN_NORMAL && factor <= Double.MAX_VALUE;
    }

    /** ln |e/c|. */
    private Twofold logRatio(double e) {
        Twofold ratio = ratio(e);
        return isPlain(ratio.high())
                ? ratio.log()
                : Twofold.of(Math.abs(e)).log().minus(Twofold.of(c).log());
    }

    /** |e/c|. */
    private Twofold ratio(double e) {
        return Twofold.of(Math.abs(e)).over(Twofold.of(c));
    }

    /** |alpha - 2|. */
    private Twofold size() {
        return alpha < 2 ? Twofold.sum(2, -alpha) : Twofold.sum(alpha, -2);
    }

    /** A power, without what it would magnify of the rounding of its base. */
    private static double pow(Twofold base, double exponent) {
        double power = Elementary.pow(base.high(), exponent);
        return power > 0 && power <= Double.MAX_VALUE ? power + power * (exponent * (base.low() / base.high())) : power;
    }

    @Override
    public double slope(double e) {
        double r = e / c;
        double size = Math.abs(r);
        if (alpha == 2 || size < NEAR) {
            return r / c;
        }
        Twofold base = base(e);
        if (base.high() <= FAR) {
            double lead = r / c;
            return Double.isInfinite(lead) ? r * power(base, 1) / c : lead * power(base, 1);
        }
        // r^(alpha - 1) in one: its two factors may be past the range of doubles
        if (isOneProduct(e)) {
            return Math.copySign(product(e, 1, 1, 1), r);
        }
        double power = pow(ratio(e), alpha) / size;
        return power == 0 ? 0 * r : Math.copySign(power, r) * pow(size(), 1 - alpha / 2) / c;
    }

    @Override
    public double curvature(double e) {
        double r = Math.abs(e / c);
        if (alpha == 2) {
            return 1 / c / c;
        }
        double b = Math.abs(alpha - 2);
        Twofold base = base(e);
        if (base.high() <= FAR) {
            return power(base, 2) * (1 + (alpha - 1) * base.high()) / c / c;
        }
        double bend = b / r / r + (alpha - 1);
        return isOneProduct(e) ? product(e, 2, 1, 2) * bend : far(e, 1) * bend / c / c;
    }

    /** The same of twice the residual and a scale whose half is no double: where the 1 beside the square does not count. */
    private record OfLeastScale(double alpha, double c) implements ResidualLoss {
        /** |alpha - 2|. */
        private double size() {
            return Math.abs(alpha - 2);
        }

        /** ln((2 e / c)^2 / size). */
        private Twofold log(double e) {
            Twofold ratio = Twofold.of(Math.abs(e)).log().minus(Twofold.of(c).log());
            return ratio.plus(Twofold.of(2).log())
                    .times(2)
                    .minus(Twofold.of(size()).log());
        }

        @Override
        public double curve(double e) {
            if (Math.abs(alpha) < LEAST) {
                return log(e).value();
            }
            if (alpha == 2) {
                return Double.POSITIVE_INFINITY;
            }
            Twofold growth = log(e).times(alpha / 2).expm1();
            return growth.value() * (size() / alpha);
        }

        @Override
        public double slope(double e) {
            Unbounded power = Unbounded.exp(log(e).times(alpha / 2));
            return alpha == 2
                    ? Math.copySign(Double.POSITIVE_INFINITY, e)
                    : power.times(size()).over(e).value();
        }

        @Override
        public double curvature(double e) {
            Unbounded power = Unbounded.exp(log(e).times(alpha / 2));
            return alpha == 2
                    ? Double.POSITIVE_INFINITY
                    : power.times(size()).times(alpha - 1).over(e).over(e).value();
        }
    }
}
