package lossctl.catalog.forecast;

import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** Student's t distribution. */
final class StudentT {
    private static final Twofold LN_PI = new Twofold(1.1447298858494002, 1.0265951162707826e-17);
    private static final int ENOUGH = 10_000;

    private final double df;
    private final Twofold logBeta;
    private final double densityAt0;
    private final double distance;
    private final double distanceAt0;

    StudentT(double df) {
        this.df = df;
        logBeta = logBeta(df / 2);
        Twofold logRoot = Twofold.of(df).log().scaled(-1);
        Twofold peak = logRoot.plus(logBeta).negated().exp();
        densityAt0 = peak.value();
        // 2/(df - 1) is in both: the mean distance of a draw from 0, and half that of two draws
        Twofold share = Twofold.of(2).over(Twofold.sum(df, -1));
        Twofold fromZero = peak.times(df).times(share);
        Twofold logHalf = logBeta(df - 0.5).minus(logBeta.plus(logBeta)).plus(logRoot);
        distance = fromZero.value();
        distanceAt0 = fromZero.minus(logHalf.exp().times(share)).value();
    }

    /** ln B(1/2, b). */
    private static Twofold logBeta(double b) {
        return LN_PI.scaled(-1).minus(Elementary.logGammaHalfStep(b));
    }

    /** Half the mean distance of two draws. */
    double apart() {
        return distance - distanceAt0;
    }

    /** The density at z. */
    double density(double z) {
        return densityAt0 * Elementary.exp(-(df + 1) / 2 * Elementary.log1p(z * z / df));
    }

    /** The mean distance of a draw from z, less half that of two draws, less z times the probability within z. */
    double rest(double z) {
        return distanceAt0 + distance * Elementary.expm1(-(df - 1) / 2 * Elementary.log1p(z * z / df));
    }

    /** The probability between -z and z, for z >= 0: the incomplete beta function of 1/2 and df/2. */
    double within(double z) {
        if (z < 1e-100 || z > 1e100) {
            return z < 1 ? 2 * z * densityAt0 : 1;
        }
        Twofold near = Twofold.product(z, z).over(Twofold.of(df));
        Twofold log = near.plus(1).log();
        // of great degrees of freedom the quotient has no digits left, but its logarithm has
        Twofold logNear = Twofold.of(z).log().minus(Twofold.of(df).log().scaled(-1));
        Twofold power = logNear.minus(log.times((df + 1) / 2)).minus(logBeta);
        double share = near.high() / (1 + near.high());
        double rest = 1 / (1 + near.high());
        return share < 3 / (df + 5)
                ? power.exp().value() / fraction(0.5, df / 2, share, rest)
                : 1 - power.exp().value() / fraction(df / 2, 0.5, rest, share);
    }

    /**
     * The continued fraction of the incomplete beta function that takes x and y = 1 - x, Didonato and Morris 1992,
     * doi:10.1145/131766.131776: how deep to go, then from the bottom up. Its terms lose nothing where x is next to 1.
     */
    private static double fraction(double a, double b, double x, double y) {
        double front = denominator(0, a, b, x, y);
        double back = 0;
        int depth = 0;
        do {
            double term = numerator(++depth, a, b, x);
            double next = denominator(depth, a, b, x, y);
            back = 1 / (next + term * back);
            front = next + term / front;
        } while (depth < ENOUGH && Math.abs(front * back - 1) > 0x1p-53);
        double value = denominator(depth, a, b, x, y);
        for (int k = depth; k >= 1; k--) {
            value = denominator(k - 1, a, b, x, y) + numerator(k, a, b, x) / value;
        }
        return value;
    }

    private static double numerator(int k, double a, double b, double x) {
        double below = a + (2 * k - 1);
        return (a + (k - 1)) / below * ((a + b + (k - 1)) / below * x) * (k * ((b - k) * x));
    }

    private static double denominator(int k, double a, double b, double x, double y) {
        double middle = k == 0 ? 0 : k * ((b - k) * x / (a + (2 * k - 1)));
        return k + middle + (a + k) / (a + (2 * k + 1)) * (a * y - b * x + 1 + k * (1 + y));
    }
}
