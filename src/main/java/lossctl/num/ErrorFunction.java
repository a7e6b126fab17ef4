package lossctl.num;

/** The error function and the normal distribution. */
final class ErrorFunction {
    private static final double SQRT_PI = 1.772453850905516;
    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private ErrorFunction() {}

    static double erf(double x) {
        double size = Math.abs(x);
        if (size < 2) {
            double sum = 0;
            double term = 2 * size / SQRT_PI * Elementary.exp(-size * size);
            for (int k = 1; k < 80; k++) {
                sum += term;
                term *= 2 * size * size / (2 * k + 1);
            }
            return Math.copySign(sum, x);
        }
        return Math.copySign(1 - erfc(size), x);
    }

    static double erfc(double x) {
        return x < 2 ? 1 - erf(x) : Elementary.exp(-x * x) * erfcx(x);
    }

    static double erfcx(double x) {
        if (x < 2) {
            return Elementary.exp(x * x) * erfc(x);
        }
        double fraction = 0;
        for (int k = 120; k >= 1; k--) {
            fraction = k / 2.0 / (x + fraction);
        }
        return 1 / (SQRT_PI * (x + fraction));
    }

    static double normalPdf(double x) {
        return Elementary.exp(-0.5 * x * x - HALF_LOG_TWO_PI);
    }

    static double normalCdf(double x) {
        return 0.5 * erfc(-x * SQRT_HALF);
    }

    static double logNormalCdf(double x) {
        if (x > -1) {
            return Elementary.log1p(-0.5 * erfc(x * SQRT_HALF));
        }
        return Elementary.log(erfcx(-x * SQRT_HALF) / 2) - 0.5 * x * x;
    }
}
