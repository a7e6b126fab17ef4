package lossctl.num;

import java.lang.invoke.VarHandle;

/**
 * Numbers of the most common shape whose end is not known: what tells that they are digits tells where they end, and
 * JSON Lines take a tenth less than with ends that are looked for first. Only one to seven digits, and a point and more
 * digits where there are some, as JSON has it; all else is for {@link DecimalReader}.
 */
public final class OpenDecimal {
    /** The answer where the number, or what it is, is for the general reader. */
    public static final int OTHER = -1;

    /** So many bytes are looked at, needed or not. */
    private static final int AHEAD = 40;

    private static final int MOST_DIGITS = 19;
    private static final long EIGHT = 100_000_000L;
    private static final VarHandle LONG = FastDecimal.LONG;
    private static final long ZEROS = FastDecimal.ZEROS;

    private OpenDecimal() {}

    /**
     * Reads the number that begins at {@code text[from]} into {@code target[to]}: the nearest double, ties to even, as
     * {@link DecimalReader#read(byte[], int, int)} does.
     *
     * @return where it ends, or {@link #OTHER}: no number, one of another shape, or one that ends near the end of the text
     */
    public static int read(byte[] text, int from, double[] target, int to) {
        if (from + AHEAD > text.length) {
            return OTHER;
        }
        int minus = (text[from] & 0xFF ^ '-') - 1 >>> 31;
        int start = from + minus;
        long head = (long) LONG.get(text, start) ^ ZEROS;
        int n = FastDecimal.leadingDigits(head);
        boolean zero = (byte) head == 0;
        if ((n & 7) == 0 || zero && n > 1) {
            return OTHER;
        }
        long digits = FastDecimal.eight(head << 64 - 8 * n);
        int end = start + n;
        int fraction = 0;
        if ((byte) (head >>> 8 * n) == ('.' ^ '0')) {
            long word = (long) LONG.get(text, end + 1) ^ ZEROS;
            fraction = FastDecimal.leadingDigits(word);
            if (fraction == 0) {
                return OTHER;
            }
            if (fraction == 8) {
                digits = digits * EIGHT + FastDecimal.eight(word);
                word = (long) LONG.get(text, end + 9) ^ ZEROS;
                int more = FastDecimal.leadingDigits(word);
                if (more == 8) {
                    digits = digits * EIGHT + FastDecimal.eight(word);
                    word = (long) LONG.get(text, end + 17) ^ ZEROS;
                    more = FastDecimal.leadingDigits(word);
                    fraction = 16;
                }
                digits = followed(digits, word, more);
                fraction += more;
            } else {
                digits = followed(digits, word, fraction);
            }
            end += 1 + fraction;
        }
        if ((zero ? fraction : n + fraction) > MOST_DIGITS || (text[end] | 0x20) == 'e') {
            return OTHER;
        }
        double size = EiselLemire.nearest(digits, -fraction);
        target[to] = Double.longBitsToDouble(Double.doubleToRawLongBits(size) | (long) minus << 63);
        return end;
    }

    /** Digits with at most seven more behind them, the first of a word. */
    private static long followed(long digits, long word, int count) {
        return digits * FastDecimal.power(count) + FastDecimal.eight(word << 8 * (7 - count) << 8);
    }
}
