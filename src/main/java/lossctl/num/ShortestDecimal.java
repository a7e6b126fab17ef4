package lossctl.num;

/**
 * The shortest decimal inside a float's rounding interval, of those the nearest to the float.
 *
 * <p>Source: Giulietti, The Schubfach way to render doubles, 2020. The decimal is {@code digits * 10^exponent}, where the
 * exponent is the largest whose unit is not wider than the interval; so the interval holds at least one multiple of that
 * unit and at most one of ten times the unit, which is shorter if it is there. Here with 128-bit powers instead of his
 * 126: the same bounds hold with room to spare.
 */
final class ShortestDecimal {
    private ShortestDecimal() {}

    /** The exponent for a float of {@code mantissa * 2^q}; {@code narrow} if the float below is only half as far away. */
    static int exponent(int q, boolean narrow) {
        // floor(q log10(2)) and floor(q log10(2) + log10(3/4)), in units of 2^-41
        return (int) (q * 661_971_961_083L - (narrow ? 274_743_187_321L : 0) >> 41);
    }

    /** The digits that go with {@link #exponent}; zeros may stand at their end. */
    static long digits(long mantissa, int q, boolean narrow, int exponent) {
        long high = PowersOfTen.high(-exponent);
        long low = PowersOfTen.low(-exponent);
        if (exponent <= 0 && ++low == 0) {
            high++;
        }
        int shift = q + PowersOfTen.binaryExponent(-exponent) + 1;
        // four times the float and the ends of its interval in units of 10^exponent, cut, the last bit set if inexact
        long middle = scaled(4 * mantissa << shift, high, low);
        long left = scaled(4 * mantissa - (narrow ? 1 : 2) << shift, high, low);
        long right = scaled(4 * mantissa + 2 << shift, high, low);
        // the ends belong to the interval where a tie would round to this float
        long open = mantissa & 1;
        long below = middle >>> 2;
        if (below >= 10) {
            long shorter = below / 10 * 10;
            boolean belowIn = left + open <= shorter << 2;
            boolean aboveIn = (shorter + 10 << 2) + open <= right;
            if (belowIn != aboveIn) {
                return belowIn ? shorter : shorter + 10;
            }
        }
        boolean belowIn = left + open <= below << 2;
        boolean aboveIn = (below + 1 << 2) + open <= right;
        if (belowIn != aboveIn) {
            return belowIn ? below : below + 1;
        }
        long past = middle - (below << 2) - 2;
        return past < 0 || past == 0 && (below & 1) == 0 ? below : below + 1;
    }

    /** {@code x * (high, low) / 2^128}, cut, the last bit set where the cut took something away. */
    private static long scaled(long x, long high, long low) {
        long middle = x * high;
        long sum = middle + EiselLemire.unsignedHigh(x, low);
        long whole = EiselLemire.unsignedHigh(x, high) + (Long.compareUnsigned(sum, middle) < 0 ? 1 : 0);
        return sum == 0 ? whole : whole | 1;
    }
}
