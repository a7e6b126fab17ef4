package lossctl.num;

/**
 * What the terms of a sum that are not finite make of it, as two bits: seen +Infinity, seen -Infinity; both are NaN, as a
 * NaN term itself. Joined by {@code |}, so that no order matters.
 */
final class Strange {
    static final int NONE = 0;
    static final int PLUS = 1;
    static final int MINUS = 2;
    static final int NAN = PLUS | MINUS;

    private Strange() {}

    /** The bits of a term. */
    static int of(double x) {
        if (Math.abs(x) <= Double.MAX_VALUE) {
            return NONE;
        }
        return x != x ? NAN : x > 0 ? PLUS : MINUS;
    }

    /** The bits of the sum with its sign turned. */
    static int negated(int bits) {
        return bits == PLUS ? MINUS : bits == MINUS ? PLUS : bits;
    }

    /** The value of a sum with any bit set. */
    static double value(int bits) {
        return bits == NAN ? Double.NaN : bits == PLUS ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
