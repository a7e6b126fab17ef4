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
        Twofold power = near.log().scaled(-1).minus(log.times((df + 1) / 2)).minus(logBeta);
        double share = near.high() / (1 + near.high());
        double rest = 1 / (1 + near.high());
        return share < 3 / (df + 5)
                ? 2 * (power.exp().value() * fraction(0.5, df / 2, share))
                : 1 - power.exp().value() * fraction(df / 2, 0.5, rest) / (df / 2);
    }

    /** The continued fraction of the incomplete beta function, DLMF 8.17.22: how deep to go, then from the bottom up. */
    private static double fraction(double a, double b, double x) {
        double front = 1;
        double back = 1 / (1 + term(1, a, b, x));
        int depth = 1;
        do {
            double term = term(++depth, a, b, x);
            back = 1 / (1 + term * back);
            front = 1 + term / front;
        } while (depth < ENOUGH && Math.abs(front * back - 1) > 0x1p-53);
        double value = 1;
        for (int k = depth; k >= 1; k--) {
            value = 1 + term(k, a, b, x) / value;
        }
        return 1 / value;
    }

    private static double term(int k, double a, double b, double x) {
        int m = k / 2;
        return k % 2 == 0
                ? m * (b - m) * x / ((a + k - 1) * (a + k))
                : -(a + m) * (a + b + m) * x / ((a + k - 1) * (a + k));
    }
}
