package lossctl.num;

import java.math.BigInteger;

/** The one place where an exact value becomes a double: half-even, with gradual underflow and overflow to infinity. */
final class Rounding {
    private static final int LOWEST_NORMAL = -1022;

    private Rounding() {}

    /**
     * Rounds {@code (top + tail) * 2^exponent}, where {@code top} is an unsigned word whose highest bit is set and
     * {@code tail} lies in (0, 1) if {@code inexact}, else is 0.
     */
    static double of(boolean negative, long top, int exponent, boolean inexact) {
        int high = exponent + 63;
        if (high > 1023) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        int drop = high >= LOWEST_NORMAL ? 11 : 11 + LOWEST_NORMAL - high;
        if (drop > 64) {
            return negative ? -0.0 : 0.0;
        }
        long kept = drop == 64 ? 0 : top >>> drop;
        boolean half = (top >>> (drop - 1) & 1) != 0;
        boolean beyond = inexact || drop > 1 && top << (65 - drop) != 0;
        if (half && (beyond || (kept & 1) != 0)) {
            kept++;
        }
        // kept carries the implicit bit into the exponent field, and a carry out of the fraction does the same
        long bits = high >= LOWEST_NORMAL ? ((long) (high + 1022) << 52) + kept : kept;
        return Double.longBitsToDouble(negative ? bits | Long.MIN_VALUE : bits);
    }

    /** Rounds {@code (whole + tail) * 2^exponent}, {@code whole > 0}, tail as above. */
    static double of(boolean negative, BigInteger whole, int exponent, boolean inexact) {
        int excess = whole.bitLength() - 64;
        if (excess <= 0) {
            return of(negative, whole.longValue() << -excess, exponent + excess, inexact);
        }
        boolean tail = inexact || whole.getLowestSetBit() < excess;
        return of(negative, whole.shiftRight(excess).longValue(), exponent + excess, tail);
    }

    /** Rounds {@code numerator / denominator * 2^exponent}, both positive. */
    static double quotient(boolean negative, BigInteger numerator, BigInteger denominator, int exponent) {
        int shift = 66 - numerator.bitLength() + denominator.bitLength();
        BigInteger[] parts =
                numerator.shiftLeft(Math.max(shift, 0)).divideAndRemainder(denominator.shiftLeft(Math.max(-shift, 0)));
        return of(negative, parts[0], exponent - shift, parts[1].signum() != 0);
    }

    /** Rounds the square root of {@code numerator / denominator}, both positive. */
    static double root(BigInteger numerator, BigInteger denominator) {
        int shift = 132 - numerator.bitLength() + denominator.bitLength() & ~1;
        BigInteger[] parts =
                numerator.shiftLeft(Math.max(shift, 0)).divideAndRemainder(denominator.shiftLeft(Math.max(-shift, 0)));
        BigInteger[] roots = parts[0].sqrtAndRemainder();
        return of(false, roots[0], -shift / 2, parts[1].signum() != 0 || roots[1].signum() != 0);
    }
}
