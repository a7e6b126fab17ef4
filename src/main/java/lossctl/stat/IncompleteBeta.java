package lossctl.stat;

import lossctl.num.Elementary;

/** The regularised incomplete beta function, by its continued fraction (NIST DLMF 8.17.22). */
final class IncompleteBeta {
    private static final int STEPS = 10_000;
    private static final double TINY = 1e-300;
    private static final double NEAR_ONE = 1e-2;
    private static final double NEAR_MEAN = 8;

    private IncompleteBeta() {}

    /**
     * I_x(a, b), for a, b > 0 and x in [0, 1]; about 13 digits. Both x and 1 - x are given, so that neither loses
     * digits beside 1.
     */
    static double regularized(double a, double b, double x, double oneLessX) {
        if (!(x > 0)) {
            return x == 0 ? 0 : Double.NaN;
        }
        if (!(oneLessX > 0)) {
            return oneLessX == 0 ? 1 : Double.NaN;
        }
        // The fraction converges fast below the mean of the distribution, and the symmetry serves above it.
        if (x >= (a + 1) / (a + b + 2)) {
            return 1 - fraction(b, a, oneLessX, x);
        }
        if (oneLessX < NEAR_ONE && a * oneLessX < NEAR_MEAN) {
            // Beside 1 it feels the last bit of x, a times over; the other one knows how far from 1 that is.
            return 1 - fraction(b, a, oneLessX, x);
        }
        return fraction(a, b, x, oneLessX);
    }

    private static double fraction(double a, double b, double x, double oneLessX) {
        double logX = x < 0.5 ? Elementary.log(x) : Elementary.log1p(-oneLessX);
        double logRest = oneLessX < 0.5 ? Elementary.log(oneLessX) : Elementary.log1p(-x);
        double front = Elementary.exp(a * logX + b * logRest - Elementary.betaLog(a, b)) / a;
        // Lentz's method, as modified by Thompson and Barnett 1986, doi:10.1016/0021-9991(86)90046-X.
        double value = 1;
        double above = 1;
        double below = 0;
        for (int step = 1; step < STEPS; step++) {
            double coefficient = coefficient(a, b, x, step);
            below = 1 / awayFromZero(1 + coefficient * below);
            above = awayFromZero(1 + coefficient / above);
            value *= above * below;
            if (Math.abs(above * below - 1) < 0x1p-52) {
                break;
            }
        }
        return front / value;
    }

    private static double coefficient(double a, double b, double x, int step) {
        int m = step / 2;
        if (step % 2 == 0) {
            return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        }
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    }

    private static double awayFromZero(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }
}
