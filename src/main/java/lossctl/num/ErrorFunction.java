package lossctl.num;

/**
 * The error function and the normal distribution. All but the middle of erf comes from the scaled erfcx, whose relative
 * error stays small in the far tail; squares in exponents are carried in two doubles.
 */
final class ErrorFunction {
    /** Where erfc takes over from the series of erf. */
    private static final double MIDDLE = 0.5;

    private static final double TWO_OVER_SQRT_PI_LESS_1 = 0.1283791670955126;
    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double SQRT_HALF_REST = -4.833646656726457e-17;
    private static final double DENSITY_AT_0 = 0.3989422804014327;
    private static final double DENSITY_AT_0_REST = -2.49232720227773e-17;
    private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

    /** (1 + 2x) erfcx(x) by powers of (x - 4)/(x + 3) for x >= 1/2: its Chebyshev series, truncated below 2^-60. */
    private static final double[] SCALED = {
        1.2329951186255526,
        -0.12216847723549216,
        -0.003496013513368038,
        0.04665458534673942,
        -0.04180651066502489,
        0.022801799598951192,
        -0.008073603938175784,
        0.0013920612482762244,
        0.00024740376448686123,
        -0.00019788758774368442,
        1.7479106593904733e-05,
        1.8863176334576534e-05,
        -4.577269092079202e-06,
        -1.91349979221878e-06,
        7.238739104902653e-07,
        2.407551509427643e-07,
        -1.0511438493965513e-07,
        -3.8240659543339904e-08,
        1.448219496903576e-08,
        6.7390541236444035e-09,
        -1.7665958819602618e-09,
        -1.0399737796333346e-09,
        1.6242483762069316e-10,
        9.398532376264554e-11,
        -7.839796597428872e-12
    };

    private ErrorFunction() {}

    static double erf(double x) {
        double size = Math.abs(x);
        if (size >= MIDDLE) {
            return Math.copySign(1 - tail(size), x);
        }
        double s = x * x;
        double sum = 0;
        // 2/sqrt(pi) times the sum of (-s)^k / (k! (2k+1)) from k = 1
        for (int k = 12; k >= 1; k--) {
            sum = -s / k * (1.0 / (2 * k + 1) + sum);
        }
        return x + x * (TWO_OVER_SQRT_PI_LESS_1 + TWO_OVER_SQRT_PI * sum);
    }

    static double erfc(double x) {
        if (x >= MIDDLE) {
            return tail(x);
        }
        return x > -MIDDLE ? 1 - erf(x) : 2 - tail(-x);
    }

    static double erfcx(double x) {
        if (x >= MIDDLE) {
            return scaled(1, x, 0, 0);
        }
        if (x > -MIDDLE) {
            return Elementary.exp(x * x) * (1 - erf(x));
        }
        double square = x * x;
        double e = Elementary.exp(square);
        if (!(e <= Double.MAX_VALUE)) {
            return e;
        }
        return 2 * (e + e * Math.fma(x, x, -square)) - scaled(1, -x, 0, 0);
    }

    /** erfc(x) for x >= 1/2. */
    private static double tail(double x) {
        if (x > 30) {
            return x == x ? 0 : x;
        }
        double square = x * x;
        return scaled(Elementary.exp(-square), x, 0, Math.fma(x, x, -square));
    }

    /** factor erfcx(x + rest) (1 - less), rounded once, for x >= 1/2 and two tiny corrections. */
    private static double scaled(double factor, double x, double rest, double less) {
        if (x > 1e16) {
            // 1 + 2x would be 2x, or overflow
            return factor * (TWO_OVER_SQRT_PI / 2 / x);
        }
        double t = (x - 4) / (x + 3);
        double sum = 0;
        for (int i = SCALED.length - 1; i > 0; i--) {
            sum = (sum + SCALED[i]) * t;
        }
        double above = SCALED[0] + sum;
        double below = 1 + 2 * x;
        double quotient = above / below;
        double lostAbove = SCALED[0] - above + sum;
        double lostBelow = 1 - (below - 2 * x) + 2 * rest;
        double lost = Math.fma(-quotient, below, above) + lostAbove - quotient * lostBelow;
        return Math.fma(factor, quotient, factor * (lost / below - quotient * less));
    }

    static double normalPdf(double x) {
        double square = x * x;
        if (square > 1500) {
            return 0;
        }
        double e = Elementary.exp(-square / 2);
        return Math.fma(e, DENSITY_AT_0, e * (DENSITY_AT_0_REST - DENSITY_AT_0 / 2 * Math.fma(x, x, -square)));
    }

    static double normalCdf(double x) {
        double scaled = Math.abs(x) * SQRT_HALF;
        if (scaled < MIDDLE) {
            return 0.5 + 0.5 * erf(x * SQRT_HALF);
        }
        double lower = lowerTail(-Math.abs(x), scaled);
        return x < 0 ? lower : 1 - lower;
    }

    /** normalCdf(x) for x < -0.7. */
    private static double lowerTail(double x, double scaled) {
        double square = x * x;
        if (square > 1500) {
            return 0;
        }
        double e = Elementary.exp(-square / 2);
        return scaled(0.5 * e, scaled, rest(x, scaled), Math.fma(x, x, -square) / 2);
    }

    /** What {@code scaled} misses of -x / sqrt(2). */
    private static double rest(double x, double scaled) {
        return Math.fma(-x, SQRT_HALF, -scaled) - x * SQRT_HALF_REST;
    }

    static double logNormalCdf(double x) {
        if (x > 0) {
            return Elementary.log1p(-normalCdf(-x));
        }
        if (x > -5) {
            return Elementary.log(normalCdf(x));
        }
        double square = x * x;
        if (square > Double.MAX_VALUE) {
            return x == x ? Double.NEGATIVE_INFINITY : x;
        }
        double scaled = -x * SQRT_HALF;
        double log = Elementary.log(scaled(0.5, scaled, rest(x, scaled), 0));
        return log - Math.fma(x, x, -square) / 2 - square / 2;
    }
}
