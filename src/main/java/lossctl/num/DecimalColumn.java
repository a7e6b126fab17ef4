package lossctl.num;

import static lossctl.num.FastDecimal.LAST;
import static lossctl.num.FastDecimal.LONG;
import static lossctl.num.FastDecimal.ZEROS;

/**
 * Reads the numbers of a column of text, many at once; what comes out is what {@link DecimalReader} gives for each. One
 * object a thread.
 *
 * <p>Each number is cut into three words of eight bytes, {@link DigitLoops} makes of the words of all of them numbers
 * without a point, and these are rounded as {@link EiselLemire} does. That is a third faster than one number after the
 * other, each step of which waits for the one before. Digits with or without a point are read so, up to
 * {@value #LONGEST} characters; whatever else there is, an exponent among it, is left to {@link DecimalReader}. So are the
 * first {@value #PAYS} numbers: before, the loops are not worth their compiling.
 */
public final class DecimalColumn {
    private static final int MOST = DigitLoops.SIZE;

    private static final long PAYS = 2_000_000;
    private static final int LONGEST = 24;

    /** So many turns of a loop make a method: compilers count calls. */
    private static final int TURNS = 32;

    /** By {@link Long#numberOfLeadingZeros} of where the point is, see {@link DigitLoops#where}: the power of ten. */
    private static final long[] POWERS = new long[65];

    /** The same: its binary exponent, biased as in a double. */
    private static final int[] EXPONENTS = new int[65];

    static {
        for (int zeros = 0; zeros <= 64; zeros++) {
            int word = 7 - (zeros & 7);
            int behind = zeros == 64 ? 0 : (zeros >> 3) + 8 * word;
            if (behind < LONGEST) {
                POWERS[zeros] = PowersOfTen.high(-behind);
                EXPONENTS[zeros] = PowersOfTen.binaryExponent(-behind) + 63 + 1022;
            }
        }
    }

    /** How many more numbers are read one by one. */
    private long singly;

    private DigitLoops digits;
    private final int[] targets = new int[MOST];
    private final int[] left = new int[MOST];
    private int leftOver;

    /** For a file of any length. */
    public DecimalColumn() {
        this(PAYS);
    }

    /** The first {@code singly} numbers are read one by one. */
    public DecimalColumn(long singly) {
        this.singly = singly;
        if (singly == 0) {
            digits = new DigitLoops();
        }
    }

    /**
     * Reads {@code count} texts, the k-th of which lies between the bytes {@code marks[m + k * stride]} and
     * {@code marks[m + k * stride + 1]}, to {@code to[at + k * width]}: NaN where it is not a finite number.
     *
     * @return whether all are finite numbers
     */
    public boolean read(byte[] text, int[] marks, int m, int stride, int count, double[] to, int at, int width) {
        boolean plain = true;
        for (int k = 0; k < count; k += MOST) {
            int some = Math.min(MOST, count - k);
            plain &= readSome(text, marks, m + k * stride, stride, some, to, at + k * width, width);
        }
        return plain;
    }

    private boolean readSome(byte[] text, int[] marks, int m, int stride, int count, double[] to, int at, int width) {
        if (digits == null) {
            return readSingly(text, marks, m, stride, count, to, at, width);
        }
        int waiting = 0;
        for (int k = 0; k < count; k += TURNS) {
            int some = Math.min(TURNS, count - k);
            waiting = cut(waiting, text, marks, m + k * stride, stride, some, to, at + k * width, width);
        }
        if (waiting > 0) {
            digits.run();
        }
        for (int i = 0; i < waiting; i += TURNS) {
            round(i, Math.min(waiting, i + TURNS), to);
        }
        return leftOver == 0 || readLeft(text, marks, m, stride, to, at, width);
    }

    private boolean readSingly(byte[] text, int[] marks, int m, int stride, int count, double[] to, int at, int width) {
        singly -= count;
        if (singly < 0) {
            digits = new DigitLoops();
        }
        boolean plain = true;
        for (int k = 0; k < count; k += TURNS) {
            int some = Math.min(TURNS, count - k);
            plain &= single(text, marks, m + k * stride, stride, some, to, at + k * width, width);
        }
        return plain;
    }

    private static boolean single(
            byte[] text, int[] marks, int m, int stride, int count, double[] to, int at, int width) {
        boolean plain = true;
        int mark = m;
        int target = at;
        for (int k = 0; k < count; k++, mark += stride, target += width) {
            double value = DecimalReader.read(text, marks[mark] + 1, marks[mark + 1]);
            to[target] = value;
            plain &= value == value;
        }
        return plain;
    }

    private boolean readLeft(byte[] text, int[] marks, int m, int stride, double[] to, int at, int width) {
        boolean plain = true;
        for (int i = 0; i < leftOver; i++) {
            int mark = m + (left[i] - at) / width * stride;
            double value = DecimalReader.read(text, marks[mark] + 1, marks[mark + 1]);
            to[left[i]] = value;
            plain &= value == value;
        }
        leftOver = 0;
        return plain;
    }

    /**
     * Cuts numbers into words behind {@code waiting} others, and reads single digits; how many wait then. That is no
     * field: what a thread writes again and again must not share a cache line with what another one reads.
     */
    private int cut(
            int waiting, byte[] text, int[] marks, int m, int stride, int count, double[] to, int at, int width) {
        long[] words = digits.words;
        int n = waiting;
        int mark = m;
        int target = at;
        for (int k = 0; k < count; k++, mark += stride, target += width) {
            int from = marks[mark] + 1;
            int end = marks[mark + 1];
            int minus = (text[from] & 0xFF ^ '-') - 1 >>> 31;
            int start = from + minus;
            int length = end - start;
            if (length < 2 || length > LONGEST || end < LONGEST) {
                if (length == 1 && DecimalReader.isDigit(text[start])) {
                    double size = text[start] - '0';
                    to[target] = minus == 0 ? size : -size;
                } else {
                    left[leftOver++] = target;
                }
                continue;
            }
            words[n + 2 * MOST] = ((long) LONG.get(text, end - 24) ^ ZEROS) & LAST[length];
            words[n + MOST] = ((long) LONG.get(text, end - 16) ^ ZEROS) & LAST[length + 8];
            words[n] = ((long) LONG.get(text, end - 8) ^ ZEROS) & LAST[length + 16];
            targets[n++] = target << 1 | minus;
        }
        return n;
    }

    /** Puts the words of each together and rounds. */
    private void round(int from, int end, double[] to) {
        long[] where = digits.where;
        long[] words = digits.words;
        long[] numbers = digits.numbers;
        for (int i = from; i < end; i++) {
            int target = targets[i];
            long bit = where[i];
            int point = Long.numberOfLeadingZeros(bit);
            long number = numbers[i];
            int zeros = Long.numberOfLeadingZeros(number);
            long w = number << zeros;
            long power = POWERS[point];
            long low = w * power;
            long high = EiselLemire.multiplyHigh(w, power);
            int top = (int) (high >>> 63);
            long half = high >>> top + 9;
            long exponent = EXPONENTS[point] + top - zeros;
            long nonzero = (number | -number) >> 63;
            long bits = (exponent << 52) + (half + 1 >>> 1) & nonzero | (long) target << 63;
            // more than 19 digits; the second word of the power counts; perhaps half between two doubles
            if ((bit & bit - 1) != 0
                    || words[i + 2 * MOST] >= 1000
                    || (high & 0x1FF) == 0x1FF
                    || (low & ~1L) == 0 && (half & 3) == 1 && half << top + 9 == high) {
                left[leftOver++] = target >>> 1;
            }
            to[target >>> 1] = Double.longBitsToDouble(bits);
        }
    }
}
