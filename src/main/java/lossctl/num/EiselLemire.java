package lossctl.num;

/**
 * Up to 19 digits times a power of ten to the nearest double, by one or two multiplications.
 *
 * <p>Source: Lemire, Number parsing at a gigabyte per second, 2021, arXiv:2101.11408; that no argument is left undecided:
 * Mushtak and Lemire, Fast number parsing without fallback, 2023, arXiv:2212.06644.
 */
final class EiselLemire {
    private EiselLemire() {}

    /** The double nearest to {@code digits * 10^q}, ties to even; {@code digits} unsigned. Infinity past the range. */
    static double nearest(long digits, int q) {
        if (digits == 0 || q < PowersOfTen.LOWEST) {
            return 0.0;
        }
        if (q > 308) {
            return Double.POSITIVE_INFINITY;
        }
        int zeros = Long.numberOfLeadingZeros(digits);
        long w = digits << zeros;
        long power = PowersOfTen.high(q);
        long low = w * power;
        long high = multiplyHigh(w, power);
        if ((high & 0x1FF) == 0x1FF) {
            long more = unsignedHigh(w, PowersOfTen.low(q));
            low += more;
            if (Long.compareUnsigned(low, more) < 0) {
                high++;
            }
        }
        int upper = (int) (high >>> 63);
        int shift = upper + 9;
        long mantissa = high >>> shift;
        int exponent = PowersOfTen.binaryExponent(q) + 63 + upper - zeros + 1023;
        if (exponent <= 0) {
            int drop = 1 - exponent;
            return drop >= 64 ? 0.0 : Double.longBitsToDouble((mantissa >>> drop) + 1 >>> 1);
        }
        // exactly between two doubles, possible only where 5^q or 5^-q fits in 64 bits: to even
        if ((low & ~1L) == 0 && q >= -4 && q <= 23 && (mantissa & 3) == 1 && mantissa << shift == high) {
            mantissa &= ~1L;
        }
        mantissa = mantissa + 1 >>> 1;
        // the implicit bit, or a carry to the next power of two, adds to the exponent field
        long bits = ((long) (exponent - 1) << 52) + mantissa;
        return exponent >= 0x7FF ? Double.POSITIVE_INFINITY : Double.longBitsToDouble(bits);
    }

    /** The upper word of the product of two unsigned words whose highest bits are set. */
    static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + a + b;
    }

    /** The upper word of the product of two unsigned words. */
    static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}
