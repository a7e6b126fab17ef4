package lossctl.num;

/**
 * The fast lane of {@link ExactSum}: one bucket for each exponent, so that adding a double costs two integer additions
 * and no carry. Two banks break the chain from one store to the next load; both lie in one cache line.
 */
final class Buckets {
    private static final long FRACTION = (1L << 52) - 1;
    private static final long MASK = 0xFFFF_FFFFL;
    /** A low cell grows by less than 2^32 an addition. */
    private static final long CAPACITY = 1L << 30;

    /** Four cells an exponent: low and high of bank 0, low and high of bank 1. */
    private final long[] cells = new long[4 * 2047];

    private long filled;

    /** Whether {@code more} further additions need {@link #drainInto} first. */
    boolean full(long more) {
        return filled + more > CAPACITY;
    }

    /** Adds the finite terms and returns how many were not finite; those are left to the caller. */
    int add(double[] values, int from, int to) {
        long[] c = cells;
        int strange = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            long a = Double.doubleToRawLongBits(values[i]);
            long b = Double.doubleToRawLongBits(values[i + 1]);
            int atA = (int) (a >>> 50) & 0x1FFC;
            int atB = ((int) (b >>> 50) & 0x1FFC) + 2;
            if (atA == 0x1FFC || atB == 0x1FFE) {
                strange += addOne(a) + addOne(b);
                continue;
            }
            long mantissaA = signed(a, atA);
            long mantissaB = signed(b, atB - 2);
            c[atA] += mantissaA & MASK;
            c[atB] += mantissaB & MASK;
            c[atA + 1] += mantissaA >> 32;
            c[atB + 1] += mantissaB >> 32;
        }
        if (i < to) {
            strange += addOne(Double.doubleToRawLongBits(values[i]));
        }
        filled += to - from;
        return strange;
    }

    /** Adds one finite term; false, and nothing done, for others. */
    boolean add(double x) {
        filled++;
        return addOne(Double.doubleToRawLongBits(x)) == 0;
    }

    private int addOne(long bits) {
        int at = (int) (bits >>> 50) & 0x1FFC;
        if (at == 0x1FFC) {
            return 1;
        }
        long mantissa = signed(bits, at);
        cells[at] += mantissa & MASK;
        cells[at + 1] += mantissa >> 32;
        return 0;
    }

    /** The signed integer mantissa; {@code at + 0x1FFF} reaches bit 13 exactly where the number is normal. */
    private static long signed(long bits, int at) {
        long mantissa = bits & FRACTION | (at + 0x1FFFL) >>> 13 << 52;
        long sign = bits >> 63;
        return (mantissa ^ sign) - sign;
    }

    /** Moves everything into {@code sum} and starts again from nothing. */
    void drainInto(WideNumber sum) {
        if (filled == 0) {
            return;
        }
        for (int at = 0; at < cells.length; at += 4) {
            long low = cells[at];
            long high = cells[at + 1];
            long low2 = cells[at + 2];
            long high2 = cells[at + 3];
            if ((low | high | low2 | high2) != 0) {
                int exponent = Math.max(at >> 2, 1) - 1075;
                sum.add(low + low2, exponent);
                sum.add(high + high2, exponent + 32);
                cells[at] = 0;
                cells[at + 1] = 0;
                cells[at + 2] = 0;
                cells[at + 3] = 0;
            }
        }
        filled = 0;
    }
}
