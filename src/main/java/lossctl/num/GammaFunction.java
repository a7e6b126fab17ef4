package lossctl.num;

/** ln Gamma and ln Beta for positive and, by reflection, negative arguments. */
final class GammaFunction {
    private static final double LOG_PI = 1.1447298858494002;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double ONE_LESS_EULER = 0.42278433509846713;
    private static final double EULER = 0.5772156649015329;
    /** From here on the asymptotic series is exact enough. */
    private static final double LARGE = 10;

    private static final double LOG_2_HIGH = 0.6931471803691238;
    private static final double LOG_2_LOW = 1.9082149292705877e-10;

    /** (-1)^k (zeta(k) - 1) / k from k = 2: ln Gamma(2 + y) = (1 - Euler) y + the sum of these times y^k. */
    private static final double[] ABOUT_2 = {
        0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986,
        0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939,
        9.945751278180853e-05, -4.492623673813314e-05, 2.050721277567069e-05, -9.439488275268397e-06,
        4.374866789907488e-06, -2.039215753801366e-06, 9.55141213040742e-07, -4.492469198764566e-07,
        2.1207184805554665e-07, -1.0043224823968099e-07, 4.7698101693639804e-08, -2.2711094608943164e-08,
        1.0838659214896955e-08, -5.183475041970047e-09, 2.4836745438024785e-09, -1.1921401405860912e-09,
        5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10, -6.4229645638381e-11,
        3.1044247747322276e-11, -1.5021384080754142e-11, 7.275974480239079e-12, -3.527742476575915e-12,
        1.711991790559618e-12, -8.315385841420285e-13
    };

    private GammaFunction() {}

    static double logGamma(double x) {
        if (x <= 0) {
            return reflected(x);
        }
        if (x < 0.5) {
            return about1(x) - Elementary.log(x);
        }
        if (x < 1.2) {
            return about1(x - 1);
        }
        if (x < 1.75) {
            return Polygamma.logGammaAboutRoot(x);
        }
        if (x <= 2.5) {
            return about2(x - 2);
        }
        if (x < LARGE) {
            double product = 1;
            double rest = x;
            while (rest > 2.5) {
                product *= --rest;
            }
            return about2(rest - 2) + Elementary.log(product);
        }
        return x <= Double.MAX_VALUE ? stirling(x) : x;
    }

    private static double reflected(double x) {
        double sine = Math.abs(Elementary.sin(Math.PI * (x - Math.rint(x))));
        if (sine == 0) {
            return Double.POSITIVE_INFINITY;
        }
        // Gamma(x) Gamma(-x) = -pi / (x sin(pi x))
        return LOG_PI - Elementary.log(sine) - Elementary.log(-x) - logGamma(-x);
    }

    /** ln Gamma(1 + y) for y in [-1/2, 1/2]. */
    private static double about1(double y) {
        // 0 less something is never -0
        return 0 - Elementary.log1pMinus(y) + y * (y * series(y) - EULER);
    }

    /** ln Gamma(2 + y) for y in [-1/2, 1/2]. */
    private static double about2(double y) {
        return y * (ONE_LESS_EULER + y * series(y));
    }

    private static double series(double y) {
        double sum = 0;
        for (int i = ABOUT_2.length - 1; i > 0; i--) {
            sum = (sum + ABOUT_2[i]) * y;
        }
        return sum + ABOUT_2[0];
    }

    /** (x - 1/2) ln x - x + ln(2 pi)/2 + tail, as x (ln x - 1) and small terms, the product in two doubles. */
    private static double stirling(double x) {
        double log = Elementary.log(x);
        double factor = log - 1;
        double rest = log - (factor + 1) + logRest(x, log);
        double product = x * factor;
        double small = HALF_LOG_TWO_PI - 0.5 * log + tail(x);
        return product + (Math.fma(x, factor, -product) + x * rest + small);
    }

    /** ln x - log, where {@code log} is ln x but for its rounding; normal x > 0. */
    private static double logRest(double x, double log) {
        int k = Math.getExponent(x);
        double m = Math.scalb(x, -k);
        if (m > 1.4142135623730951) {
            m /= 2;
            k++;
        }
        // ln m = 2 atanh f, f = (m - 1)/(m + 1) in two doubles
        double below = m + 1;
        double f = (m - 1) / below;
        double fRest = (Math.fma(-f, below, m - 1) - f * (m - (below - 1))) / below;
        double s = f * f;
        double sum = 0;
        for (int i = 23; i >= 3; i -= 2) {
            sum = (sum + 1.0 / i) * s;
        }
        return k * LOG_2_HIGH - log + 2 * f + (2 * f * sum + 2 * fRest + k * LOG_2_LOW);
    }

    /** 1/(12x) - 1/(360x^3) + ..., x >= 10 (NIST DLMF 5.11.1). */
    private static double tail(double x) {
        double r = 1 / (x * x);
        double sum = 43867.0 / 244188;
        sum = sum * r - 3617.0 / 122400;
        sum = sum * r + 1.0 / 156;
        sum = sum * r - 691.0 / 360360;
        sum = sum * r + 1.0 / 1188;
        sum = sum * r - 1.0 / 1680;
        sum = sum * r + 1.0 / 1260;
        sum = sum * r - 1.0 / 360;
        sum = sum * r + 1.0 / 12;
        return sum / x;
    }

    static double betaLog(double a, double b) {
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        if (!(low > 0 && high <= Double.MAX_VALUE)) {
            return low == 0 && high <= Double.MAX_VALUE
                    ? Double.POSITIVE_INFINITY
                    : low > 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        double ratio = low / high;
        if (high < LARGE) {
            return logGamma(low) + logGamma(high) - logGamma(low + high);
        }
        if (low < LARGE) {
            double step = 0.5 * Elementary.log1p(ratio) - high * Elementary.log1pMinus(ratio);
            return logGamma(low) - low * Elementary.log(low + high) + step + tail(high) - tail(low + high);
        }
        double tails = tail(low) + tail(high) - tail(low + high);
        return -(low - 0.5) * Elementary.log1p(high / low)
                - high * Elementary.log1p(ratio)
                - 0.5 * Elementary.log(high)
                + (HALF_LOG_TWO_PI + tails);
    }
}
