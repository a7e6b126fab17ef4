package lossctl.num;

/**
 * The fast lane of {@link ExactSum}: a bucket for each sign and exponent, so that adding a double costs two integer
 * additions and no carry, whatever it is. Two banks break the chain from one store to the next load; both banks of a
 * bucket lie in one cache line.
 */
final class Buckets {
    private static final int BUCKETS = 4096;
    private static final int STRANGE = 0x7FF;
    private static final long LOW = 0xFFFF_FFFFL;
    private static final long HIGH = 0xF_FFFF;
    /** The high cell counts its terms above bit 42; their implicit bits are added at the end. */
    private static final int COUNT = 42;

    private static final long FRACTIONS = (1L << COUNT) - 1;

    private static final int CAPACITY = (1 << 21) - 1;

    /** Four cells a bucket: low 32 bits of the fractions and high 20 bits with count, of bank 0 and of bank 1. */
    private final long[] cells = new long[4 * BUCKETS];

    private int filled;
    private boolean negative;

    /** How many more terms there is room for before {@link #drainInto}. */
    int room() {
        return CAPACITY - filled;
    }

    /** Whether there were terms that are not finite since the last {@link #drainInto}. */
    boolean hasStrange() {
        int plus = 4 * STRANGE;
        int minus = plus + 2 * BUCKETS;
        return (cells[plus + 1] | cells[plus + 3] | cells[minus + 1] | cells[minus + 3]) != 0;
    }

    /** Whether the last {@link #drainInto} met a term below zero. */
    boolean hasNegative() {
        return negative;
    }

    /** Adds {@code values[from, to)}, at most {@link #room()} of them. */
    void add(double[] values, int from, int to) {
        long[] c = cells;
        int i = from;
        for (; i + 1 < to; i += 2) {
            long a = Double.doubleToRawLongBits(values[i]);
            long b = Double.doubleToRawLongBits(values[i + 1]);
            int atA = (int) (a >>> 50) & 0x3FFC;
            int atB = (int) (b >>> 50) & 0x3FFC;
            c[atA] += a & LOW;
            c[atB + 2] += b & LOW;
            c[atA + 1] += (a >>> 32 & HIGH) + (1L << COUNT);
            c[atB + 3] += (b >>> 32 & HIGH) + (1L << COUNT);
        }
        if (i < to) {
            put(values[i]);
        }
        filled += to - from;
    }

    /** Adds one term; there must be room. */
    void add(double x) {
        put(x);
        filled++;
    }

    private void put(double x) {
        long bits = Double.doubleToRawLongBits(x);
        // neighbours go to different banks
        int at = ((int) (bits >>> 50) & 0x3FFC) + (filled << 1 & 2);
        cells[at] += bits & LOW;
        cells[at + 1] += (bits >>> 32 & HIGH) + (1L << COUNT);
    }

    /** Moves everything into {@code sum}, starts again from nothing, and tells which {@link Strange} terms there were. */
    int drainInto(WideNumber sum) {
        negative = false;
        if (filled == 0) {
            return Strange.NONE;
        }
        int strange = Strange.NONE;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int at = 4 * bucket;
            long high = cells[at + 1] + cells[at + 3];
            if (high != 0) {
                long low = cells[at] + cells[at + 2];
                strange |= move(sum, bucket, low, high);
                negative |= bucket > STRANGE && isBelowZero(bucket & STRANGE, (low | high & FRACTIONS) != 0);
                cells[at] = 0;
                cells[at + 1] = 0;
                cells[at + 2] = 0;
                cells[at + 3] = 0;
            }
        }
        filled = 0;
        return strange;
    }

    /** Whether terms with a sign are below zero: -0.0 and NaN have one, and are not. */
    private static boolean isBelowZero(int field, boolean hasFraction) {
        return field == STRANGE ? !hasFraction : field > 0 || hasFraction;
    }

    private static int move(WideNumber sum, int bucket, long low, long highAndCount) {
        boolean negative = bucket > STRANGE;
        int field = bucket & STRANGE;
        long high = highAndCount & FRACTIONS;
        if (field == STRANGE) {
            // infinities have no fraction, and the fractions of NaN cannot cancel, since signs are kept apart
            return (low | high) != 0 ? Strange.NAN : negative ? Strange.MINUS : Strange.PLUS;
        }
        if (field > 0) {
            high += highAndCount >>> COUNT << 20;
        }
        int exponent = Math.max(field, 1) - 1075;
        sum.add(negative ? -low : low, exponent);
        sum.add(negative ? -high : high, exponent + 32);
        return Strange.NONE;
    }
}
