package lossctl.num;

/**
 * The logarithm in two doubles, without a loop: the argument is brought next to 1 twice, by factors of so few digits that
 * no product with them is rounded, and whose logarithms stand in tables. Four terms of the series are left, of which the
 * first three need two doubles.
 */
final class SharpLog {
    /** The first factors are whole numbers of these parts, the second ones 1 and some of those. */
    private static final int COARSE = 1 << 8;

    private static final int FINE = 1 << 15;

    /** Of arguments between 0.7 and 1.4, which hold 1: its logarithm comes from no table. */
    private static final double MOST = 1.4;

    private static final int COARSE_LEAST = (int) (COARSE / MOST) - 1;
    private static final int FINE_MOST = 96;

    /** Double by double, high and low: an array of records would be one more load. */
    private static final double[] COARSE_LOGS = logs(COARSE_LEAST - COARSE, COARSE / 2, COARSE);

    private static final double[] FINE_LOGS = logs(-FINE_MOST, FINE_MOST, FINE);
    private static final double LN_2 = 0.6931471805599453;
    private static final double LN_2_LOW = 2.3190468138462996e-17;
    private static final double THIRD = 1.0 / 3;
    private static final double THIRD_LOW = 1.850371707708594e-17;
    private static final long FRACTION = (1L << 52) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1);

    private SharpLog() {}

    /** The logarithms of 1 + n / parts, {@code from <= n <= to}. */
    private static double[] logs(int from, int to, int parts) {
        double[] logs = new double[2 * (to - from + 1)];
        for (int n = from; n <= to; n++) {
            Twofold log = Twofold.log1p(Twofold.of(n), Twofold.of(parts));
            logs[2 * (n - from)] = log.high();
            logs[2 * (n - from) + 1] = log.low();
        }
        return logs;
    }

    /** ln(high + low), high a normal number greater than 0. */
    static Twofold of(double high, double low) {
        int exponent = Math.getExponent(high);
        double near = Double.longBitsToDouble(Double.doubleToRawLongBits(high) & FRACTION | ONE);
        if (near > MOST) {
            near /= 2;
            exponent++;
        }
        double parts = Math.rint(COARSE / near);
        double factor = parts / COARSE;
        double off = Math.fma(near, factor, -1);
        double count = Math.rint((off * off - off) * FINE);
        double step = count / FINE;
        double moved = off * (1 + step);
        double movedLow = Math.fma(off, 1 + step, -moved);
        double last = 0;
        if (low != 0) {
            double both = factor * (1 + step);
            double small = Math.scalb(low, -exponent);
            double movedSmall = small * both;
            double sum = movedLow + movedSmall;
            last = Math.fma(small, both, -movedSmall) + lost(movedLow, movedSmall, sum);
            movedLow = sum;
        }
        double rough = moved + step;
        double roughLow = lost(moved, step, rough) + movedLow;
        double r = rough + roughLow;
        double rLow = roughLow - (r - rough) + last;
        int coarse = 2 * ((int) parts - COARSE_LEAST);
        int fine = 2 * ((int) count + FINE_MOST);
        double log = exponent * LN_2;
        double rest =
                Math.fma(exponent, LN_2, -log) + exponent * LN_2_LOW - COARSE_LOGS[coarse + 1] - FINE_LOGS[fine + 1];
        return series(log, rest, -COARSE_LOGS[coarse], -FINE_LOGS[fine], r, rLow);
    }

    /** The sum of the given and of ln(1 + r), r < 2^-16. */
    private static Twofold series(double log, double rest, double coarse, double fine, double r, double rLow) {
        double square = r * r;
        double squareLow = Math.fma(r, r, -square) + 2 * r * rLow;
        double cube = square * r;
        double cubeLow = Math.fma(square, r, -cube) + squareLow * r + square * rLow;
        double third = cube * THIRD;
        double thirdLow = Math.fma(cube, THIRD, -third) + cube * THIRD_LOW + cubeLow * THIRD;
        double others = square * square * (r * (0.2 - r * (1.0 / 6 - r / 7)) - 0.25);
        // each greater than the next, but where it is 0
        double a = log + coarse;
        double b = a + fine;
        double c = b + r;
        double d = c - square / 2;
        double e = d + third;
        double lost =
                lost(log, coarse, a) + lost(a, fine, b) + lost(b, r, c) + lost(c, -square / 2, d) + lost(d, third, e);
        double tail = lost + (rest + (rLow + (others + (thirdLow - squareLow / 2))));
        double sum = e + tail;
        return new Twofold(sum, tail - (sum - e));
    }

    /** What rounding took from a sum. */
    private static double lost(double a, double b, double sum) {
        double shift = sum - a;
        return a - (sum - shift) + (b - shift);
    }
}
