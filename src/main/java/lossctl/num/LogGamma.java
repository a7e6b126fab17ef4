package lossctl.num;

/**
 * ln Gamma in two doubles: a product up to 30, then Stirling's series (NIST DLMF 5.11.1); beside the zeros at
 * 1 and 2 the Taylor series (DLMF 5.7.3).
 */
final class LogGamma {
    private static final double ENOUGH = 30;
    /** From here on the fourth term of a series is below all digits. */
    private static final double FAR = 1e6;

    private static final double NEAR = 0x1p-20;
    private static final Twofold HALF_LN_2_PI = new Twofold(0.9189385332046728, -3.8782941580672414e-17);
    private static final Twofold ONE = Twofold.of(1);
    private static final double EULER = 0.5772156649015329;
    private static final double ONE_LESS_EULER = 0.42278433509846713;
    private static final double HALF_ZETA_2 = 0.8224670334241132;
    private static final double THIRD_ZETA_3 = 0.40068563438653143;

    private LogGamma() {}

    /** ln Gamma(x), for x > 0. */
    static Twofold of(Twofold x) {
        // what the low part adds is its product with the slope
        double slope = Elementary.digamma(1 + x.high());
        return ofOneAnd(x.high()).plus(Twofold.product(slope, x.low())).minus(x.log());
    }

    /** ln Gamma(1 + x), for x >= 0. */
    static Twofold ofOneAnd(double x) {
        if (nearOne(x)) {
            return Twofold.of(series(x));
        }
        if (nearOne(x - 1)) {
            return Twofold.of(seriesAtTwo(x - 1));
        }
        if (!(x < 1e15)) {
            Twofold ln = Twofold.of(x).log();
            return ln.plus(-1).times(x).plus(ln.scaled(-1)).plus(HALF_LN_2_PI);
        }
        Twofold z = Twofold.of(x);
        Twofold product = ONE;
        while (z.high() < ENOUGH) {
            z = z.plus(1);
            product = product.times(z);
        }
        Twofold ln = z.log();
        Twofold stirling = z.times(ln).minus(z).plus(ln.scaled(-1)).plus(HALF_LN_2_PI);
        return stirling.plus(ONE.over(z.times(12)).plus(tail(z.high()))).minus(product.log());
    }

    /** ln Gamma(x + 1/2) - ln Gamma(x), x > 0: of great x by its own series, since both cancel. */
    static Twofold halfStep(double x) {
        if (x < FAR) {
            return of(Twofold.sum(x, 0.5)).minus(of(Twofold.of(x)));
        }
        double r = 1 / x;
        return Twofold.of(x).log().scaled(-1).plus(r / 8 * (r * r / 24 - 1));
    }

    /** The series from its second term on, for z >= 30. */
    static double tail(double z) {
        double r = 1 / (z * z);
        double sum = 1.0 / 156;
        sum = 691.0 / 360360 - r * sum;
        sum = 1.0 / 1188 - r * sum;
        sum = 1.0 / 1680 - r * sum;
        sum = 1.0 / 1260 - r * sum;
        sum = 1.0 / 360 - r * sum;
        return -r * sum / z;
    }

    private static boolean nearOne(double x) {
        return Math.abs(x) < NEAR;
    }

    /** ln Gamma(2 + x) for small x. */
    private static double seriesAtTwo(double x) {
        return x * (x * (HALF_ZETA_2 - 0.5 - x * (THIRD_ZETA_3 - 1.0 / 3)) + ONE_LESS_EULER);
    }

    /** ln Gamma(1 + x) for small x. */
    private static double series(double x) {
        return x * (x * (HALF_ZETA_2 - x * THIRD_ZETA_3) - EULER);
    }
}
