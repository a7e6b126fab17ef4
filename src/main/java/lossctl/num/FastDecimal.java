package lossctl.num;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The common shapes of decimal text, {@code 7}, {@code -12.345678} and {@code 1.2345e-07}, eight digits at a time and almost without
 * branches: lengths and signs of neighbouring fields differ, and a wrong guess costs more than the arithmetic. All else is
 * left to {@link PlainDecimal}. A class of its own, since its first use costs milliseconds.
 */
final class FastDecimal {
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final long HIGHEST = 0x8080_8080_8080_8080L;
    /** The bytes of {@code e-} or {@code E-} less those of {@link #ZEROS}. */
    private static final int EXPONENT = ('-' ^ '0') << 8 | ('E' ^ '0') & 0xDF;
    /** Three words end where the field ends, or where its exponent begins. */
    private static final int BEHIND = 28;

    private static final int AHEAD = 8;
    /** Masks that keep the last i - 16 bytes of a word, at most 8 and at least none. */
    static final long[] LAST = lastBytes();

    private static final long[] TEN = powersOfTen();

    private FastDecimal() {}

    private static long[] lastBytes() {
        long[] masks = new long[41];
        for (int i = 17; i < masks.length; i++) {
            masks[i] = i >= 24 ? -1 : ~(-1L >>> 8 * (i - 16));
        }
        return masks;
    }

    private static long[] powersOfTen() {
        long[] powers = new long[25];
        powers[0] = 1;
        for (int i = 1; i < 19; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /** As {@link DecimalReader#read(byte[], int, int)}. */
    static double read(byte[] text, int from, int to) {
        if (to < BEHIND || to - from < 3 || from + 1 + AHEAD > text.length) {
            return whole(text, from, to);
        }
        int minus = (text[from] & 0xFF ^ '-') - 1 >>> 31;
        int start = from + minus;
        long head = (long) LONG.get(text, start) ^ ZEROS;
        long tail = (long) LONG.get(text, to - 8) ^ ZEROS;
        int end = to;
        int q = 0;
        if ((tail >>> 32 & 0xFFDF) == EXPONENT) {
            int tens = (int) (tail >>> 48) & 0xFF;
            int ones = (int) (tail >>> 56);
            if (tens > 9 || ones > 9) {
                return PlainDecimal.read(text, from, to);
            }
            q = -10 * tens - ones;
            end -= 4;
            tail = (long) LONG.get(text, end - 8) ^ ZEROS;
        }
        int n = leadingDigits(head);
        int fraction = end - start - n - 1;
        // only one to seven digits, a point, one to 24 digits
        if ((n & 7) == 0 || fraction < 1 || fraction > 24 || (byte) (head >>> 8 * n) != ('.' ^ '0')) {
            return whole(text, from, to);
        }
        tail &= LAST[fraction + 16];
        long middle = ((long) LONG.get(text, end - 16) ^ ZEROS) & LAST[fraction + 8];
        long strange = notDigits(tail) | notDigits(middle);
        long digits = eight(head << 64 - 8 * n) * TEN[fraction] + eight(middle) * 100_000_000L + eight(tail);
        int count = n + fraction;
        if (fraction > 16) {
            long top = ((long) LONG.get(text, end - 24) ^ ZEROS) & LAST[fraction];
            long value = eight(top);
            strange |= notDigits(top);
            digits += value * 10_000_000_000_000_000L;
            // zeros that lead do not count
            count = head << 64 - 8 * n == 0 && value < 1000 ? 0 : count;
        }
        if ((strange & HIGHEST) != 0 || count > 19) {
            return PlainDecimal.read(text, from, to);
        }
        double size = EiselLemire.nearest(digits, q - fraction);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(size) | (long) minus << 63);
    }

    /**
     * One to eight digits alone, as labels and counts are: were they left to {@link PlainDecimal} with all else, its
     * loops would be compiled before those that read most of the file.
     */
    private static double whole(byte[] text, int from, int to) {
        if (from < to && from + 1 + AHEAD <= text.length) {
            int minus = (text[from] & 0xFF ^ '-') - 1 >>> 31;
            int length = to - from - minus;
            if (length >= 1 && length <= 8) {
                long digits = ((long) LONG.get(text, from + minus) ^ ZEROS) << 64 - 8 * length;
                if ((notDigits(digits) & HIGHEST) == 0) {
                    double size = eight(digits);
                    return minus == 0 ? size : -size;
                }
            }
        }
        return PlainDecimal.read(text, from, to);
    }

    /** The number that eight digits make, the first in the lowest byte. */
    static long eight(long digits) {
        long pairs = digits * (10 << 8 | 1) >>> 8 & 0x00FF_00FF_00FF_00FFL;
        long fours = pairs * (100 << 16 | 1) >>> 16 & 0x0000_FFFF_0000_FFFFL;
        return fours * (10_000L << 32 | 1) >>> 32;
    }

    /** How many bytes of a word are at most 9 before the first that is more, 0 to 8. */
    static int leadingDigits(long word) {
        return Long.numberOfTrailingZeros(notDigits(word) & HIGHEST) >>> 3;
    }

    /** Ten to the power of 0 to 18. */
    static long power(int exponent) {
        return TEN[exponent];
    }

    /** Sets the highest bit of the first byte that is more than 9, and of no byte before it. */
    private static long notDigits(long word) {
        return word + 0x7676_7676_7676_7676L | word;
    }
}
