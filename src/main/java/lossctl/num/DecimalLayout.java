package lossctl.num;

/** Puts digits and a power of ten down as Python's {@code repr} does. */
final class DecimalLayout {
    /** No text is longer: sign, 17 digits, point, {@code e-324}. */
    static final int LONGEST = 25;

    private static final int FIXED_FROM = -3;
    private static final int FIXED_TO = 16;

    private DecimalLayout() {}

    /** Writes {@code digits * 10^exponent}, {@code 0 < digits < 10^18}; the place behind it. */
    static int write(boolean negative, long digits, int exponent, byte[] out, int start) {
        int at = start;
        if (negative) {
            out[at++] = '-';
        }
        long d = digits;
        int e = exponent;
        while (d % 10 == 0) {
            d /= 10;
            e++;
        }
        int count = count(d);
        int point = count + e;
        if (point > FIXED_TO || point < FIXED_FROM) {
            return scientific(d, count, point - 1, out, at);
        }
        if (point <= 0) {
            out[at++] = '0';
            out[at++] = '.';
            for (int i = point; i < 0; i++) {
                out[at++] = '0';
            }
            return put(d, count, out, at);
        }
        if (point >= count) {
            at = put(d, count, out, at);
            for (int i = count; i < point; i++) {
                out[at++] = '0';
            }
            out[at++] = '.';
            out[at++] = '0';
            return at;
        }
        put(d, count, out, at + 1);
        for (int i = 0; i < point; i++) {
            out[at + i] = out[at + i + 1];
        }
        out[at + point] = '.';
        return at + count + 1;
    }

    private static int scientific(long digits, int count, int exponent, byte[] out, int start) {
        int at = put(digits, count, out, start + 1);
        out[start] = out[start + 1];
        out[start + 1] = '.';
        if (count == 1) {
            at = start + 1;
        }
        out[at++] = 'e';
        out[at++] = (byte) (exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        return put(size, size < 100 ? 2 : 3, out, at);
    }

    private static int put(long digits, int count, byte[] out, int at) {
        long rest = digits;
        int end = at + count;
        int i = end;
        while (i - at > 8) {
            long next = rest / 100_000_000;
            putLast(ascii((int) (rest - next * 100_000_000)), 8, out, i);
            rest = next;
            i -= 8;
        }
        putLast(ascii((int) rest), i - at, out, i);
        return end;
    }

    /** The last {@code count} of eight characters, before {@code end}. */
    private static void putLast(long eight, int count, byte[] out, int end) {
        long rest = eight;
        for (int i = end - 1; i >= end - count; i--) {
            out[i] = (byte) (rest >>> 56);
            rest <<= 8;
        }
    }

    /** Eight digits as ASCII, the first in the lowest byte. */
    private static long ascii(int number) {
        long fours = number / 10_000 | (long) (number % 10_000) << 32;
        long hundreds = fours * 5243 >>> 19 & 0x7F_0000_007FL;
        long pairs = hundreds | fours - 100 * hundreds << 16;
        long tens = pairs * 103 >>> 10 & 0x000F_000F_000F_000FL;
        return (tens | pairs - 10 * tens << 8) + 0x3030_3030_3030_3030L;
    }

    private static int count(long digits) {
        // 1233/4096 is log10(2); the estimate is right or one too low
        int low = (64 - Long.numberOfLeadingZeros(digits)) * 1233 >> 12;
        return digits >= Powers.TEN[low] ? low + 1 : low;
    }

    private static final class Powers {
        static final long[] TEN = new long[19];

        static {
            TEN[0] = 1;
            for (int i = 1; i < TEN.length; i++) {
                TEN[i] = 10 * TEN[i - 1];
            }
        }
    }
}
