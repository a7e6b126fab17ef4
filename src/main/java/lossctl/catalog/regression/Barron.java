package lossctl.catalog.regression;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.ResidualLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

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

    private static final double FAR = 1e100;

    @Override
    public Barron with(Params params) {
        return new Barron(params.number("alpha"), params.number("c"));
    }

    @Override
    public double curve(double e) {
        double r = Math.abs(e / c);
        if (alpha == 2) {
            return r * r / 2;
        }
        double b = Math.abs(alpha - 2);
        double y = alpha / 2 * (r < FAR ? log(Ratio.square(e, c), b) : log(r, b));
        if (alpha == 0) {
            return log(r, b);
        }
        if (Math.abs(y) <= 1) {
            return b / alpha * Elementary.expm1(y);
        }
        return r < FAR
                ? b / alpha * (power(r, b, alpha / 2) - 1)
                : alpha < 0 ? b / -alpha : Elementary.pow(r, alpha) * Elementary.pow(b, 1 - alpha / 2) / alpha;
    }

    /** ln(square/b + 1). */
    private static double log(Twofold square, double b) {
        double ratio = square.high() / b;
        double rest = (Math.fma(-ratio, b, square.high()) + square.low()) / b;
        return Elementary.log1p(ratio) + (Math.abs(rest) < 1 ? rest / (1 + ratio) : 0);
    }

    /** ln(r^2/b + 1). */
    private static double log(double r, double b) {
        return r < FAR ? Elementary.log1p(r * r / b) : 2 * Elementary.log(r) - Elementary.log(b);
    }

    /** (r^2/b + 1)^m, by the way that rounds least: a great power magnifies the error of the base. */
    private static double power(double r, double b, double m) {
        double x = m * log(r, b);
        return r < FAR && Math.abs(m) < Math.abs(x) ? Elementary.pow(r * r / b + 1, m) : Elementary.exp(x);
    }

    @Override
    public double slope(double e) {
        double b = Math.abs(alpha - 2);
        double r = e / c;
        return r / c * (alpha == 2 ? 1 : power(Math.abs(r), b, alpha / 2 - 1));
    }

    @Override
    public double curvature(double e) {
        if (alpha == 2) {
            return 1 / c / c;
        }
        double b = Math.abs(alpha - 2);
        double r = Math.abs(e / c);
        double power = power(r, b, alpha / 2 - 2);
        return power == 0 ? 0 : power * (1 + (alpha - 1) * (r * r / b)) / c / c;
    }
}
