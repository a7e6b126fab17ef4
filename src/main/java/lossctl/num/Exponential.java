package lossctl.num;

/**
 * e^x by a table: x = n ln 2 / 128 + r, with 2^(n/128) from {@link RootsOfTwo} and five terms of the series of e^r, |r|
 * &lt; 0.0028 (Tang 1989, doi:10.1145/63522.214389; that the nearest n comes of an addition, and that it goes into the
 * exponent as it is, are ideas of Arm's optimized routines). Sums, products and fused ones only: the same bits everywhere.
 *
 * <p>The error is at most 0.51 ulp: 0.0006 ulp of the polynomial, 0.002 of the rounding of r, 0.002 and 0.003 of the last
 * two steps, and the half ulp of the last rounding. The greatest found at 1e8 places, held to exponentials in two doubles,
 * was 0.506.
 */
final class Exponential {
    private static final double STEPS = 0x1.71547652b82fep7;

    /** ln 2 / 128; n times its first part is less than a double away from x. */
    private static final double STEP = 0x1.62e42fefa39efp-8;

    private static final double STEP_LOW = 0x1.abc9e3b39803fp-63;

    /** A double that is added to this loses its fraction, and is found in the last bits. */
    private static final double WHOLE = 0x1.8p52;

    /** (e^r - 1 - r) / r^2 at the zeros of Chebyshev's polynomial. */
    private static final double C2 = 0x1.fffffffffff58p-2;

    private static final double C3 = 0x1.5555555555525p-3;
    private static final double C4 = 0x1.55555accc1ca7p-5;
    private static final double C5 = 0x1.11111430bcc06p-7;

    /** Below this in size all factors are normal numbers. */
    private static final double MOST = 708;

    /** Beyond this all results are 0 or infinite. */
    private static final double END = 750;

    private static final int FAR = 64;
    private static final double FAR_UP = 0x1p64;
    private static final double FAR_DOWN = 0x1p-64;
    private static final double LEAST = Double.MIN_NORMAL * FAR_UP;

    private Exponential() {}

    /** e^(x + rest); {@code rest} is at most an ulp of x. */
    static double of(double x, double rest) {
        if (!(Math.abs(x) < MOST)) {
            return far(x, rest);
        }
        double shifted = Math.fma(x, STEPS, WHOLE);
        long n = Double.doubleToRawLongBits(shifted);
        double root = root(n, 0);
        return Math.fma(root, growth(x, rest, shifted - WHOLE, n), root);
    }

    /** 2^(n/128 + exponent). */
    private static double root(long n, long exponent) {
        return Double.longBitsToDouble(
                RootsOfTwo.BITS[(int) n & (RootsOfTwo.COUNT - 1)] + (n << RootsOfTwo.SHIFT) + (exponent << 52));
    }

    /** By what part of it e^(x + rest) is greater than the root that is next to it. */
    private static double growth(double x, double rest, double count, long n) {
        double r = Math.fma(count, -STEP, x) + Math.fma(count, -STEP_LOW, rest);
        double square = r * r;
        double bent = Math.fma(square, Math.fma(r, C5, C4), Math.fma(r, C3, C2));
        return Math.fma(square, bent, RootsOfTwo.RESTS[(int) n & (RootsOfTwo.COUNT - 1)] + r);
    }

    /** Of results, or roots, past the ends of the normal numbers: computed nearer to 1, and rounded once. */
    private static double far(double x, double rest) {
        if (!(Math.abs(x) < END)) {
            return x > 0 ? x * Double.MAX_VALUE : x < 0 ? 0 : x;
        }
        double shifted = Math.fma(x, STEPS, WHOLE);
        long n = Double.doubleToRawLongBits(shifted);
        double growth = growth(x, rest, shifted - WHOLE, n);
        if (x > 0) {
            double root = root(n, -FAR);
            return Math.fma(root, growth, root) * FAR_UP;
        }
        double root = root(n, FAR);
        double power = Math.fma(root, growth, root);
        if (power >= LEAST) {
            return power * FAR_DOWN;
        }
        // beside the least normal number a double has as many digits as the result will have
        double rounded = LEAST + power;
        double lost = LEAST - rounded + power + Math.fma(root, growth, root - power);
        return (rounded + lost - LEAST) * FAR_DOWN;
    }
}
