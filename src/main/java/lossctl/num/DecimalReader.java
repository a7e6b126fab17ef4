package lossctl.num;

/**
 * Decimal text to the nearest double, ties to even.
 *
 * <p>Grammar: a JSON number, and besides a leading {@code +}, leading zeros, {@code .5} and {@code 5.}; blanks and tabs
 * around it. At most {@value #LONGEST} characters. Nothing else: no {@code 1d}, {@code 0x1p3}, {@code 1_000},
 * {@code 1,234.5}, no digits beyond ASCII. A number past the range of a double is refused, never made infinite.
 */
public final class DecimalReader {
    /** Texts longer than this are not read as numbers. */
    public static final int LONGEST = 1024;

    private DecimalReader() {}

    /** The number in {@code text[from]} up to, not including, {@code text[to]}; NaN where it is not a finite number. */
    public static double read(byte[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && blank(text[start])) {
            start++;
        }
        while (end > start && blank(text[end - 1])) {
            end--;
        }
        if (start == end || end - start > LONGEST) {
            return Double.NaN;
        }
        int at = start;
        boolean negative = text[at] == '-';
        if (negative || text[at] == '+') {
            at++;
        }
        int first = at;
        long digits = 0;
        while (at < end && isDigit(text[at])) {
            digits = digits * 10 + text[at++] - '0';
        }
        int count = at - first;
        int q = 0;
        if (at < end && text[at] == '.') {
            int point = ++at;
            while (at < end && isDigit(text[at])) {
                digits = digits * 10 + text[at++] - '0';
            }
            q = point - at;
            count -= q;
        }
        if (count == 0) {
            return Double.NaN;
        }
        int mantissaEnd = at;
        if (at < end) {
            if ((text[at] | 0x20) != 'e' || ++at == end) {
                return Double.NaN;
            }
            boolean minus = text[at] == '-';
            if ((minus || text[at] == '+') && ++at == end) {
                return Double.NaN;
            }
            int exponent = 0;
            for (; at < end; at++) {
                if (!isDigit(text[at])) {
                    return Double.NaN;
                }
                exponent = Math.min(exponent * 10 + text[at] - '0', 99_999);
            }
            q += minus ? -exponent : exponent;
        }
        double size = count <= 19 ? nearest(digits, q) : SlowDecimal.nearest(text, first, mantissaEnd, q);
        if (size == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        return negative ? -size : size;
    }

    private static double nearest(long digits, int q) {
        if (digits >>> 53 == 0 && q >= -22 && q <= 22) {
            return q < 0 ? digits / SmallPowers.TEN[-q] : digits * SmallPowers.TEN[q];
        }
        return EiselLemire.nearest(digits, q);
    }

    private static final class SmallPowers {
        static final double[] TEN = {
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
            1e19, 1e20, 1e21, 1e22
        };
    }

    /** The number in {@code text}; NaN where it is not a finite number. */
    public static double read(CharSequence text) {
        byte[] bytes = ascii(text);
        return read(bytes, 0, bytes.length);
    }

    /** What {@code text} is, {@link NumberVerdict#FINITE} exactly where {@link #read(CharSequence)} gives a number. */
    public static NumberVerdict verdict(CharSequence text) {
        byte[] bytes = ascii(text);
        return verdict(bytes, 0, bytes.length);
    }

    /** What the text is, {@link NumberVerdict#FINITE} exactly where {@link #read(byte[], int, int)} gives a number. */
    public static NumberVerdict verdict(byte[] text, int from, int to) {
        return read(text, from, to) == read(text, from, to)
                ? NumberVerdict.FINITE
                : Misspelling.verdict(text, from, to);
    }

    /** Whether the text is a number of RFC 8259, nothing around it; of any length and size. */
    public static boolean isJsonNumber(byte[] text, int from, int to) {
        int at = from;
        if (at < to && text[at] == '-') {
            at++;
        }
        int digits = digitsEnd(text, at, to);
        if (digits == at || text[at] == '0' && digits > at + 1) {
            return false;
        }
        at = digits;
        if (at < to && text[at] == '.') {
            digits = digitsEnd(text, ++at, to);
            if (digits == at) {
                return false;
            }
            at = digits;
        }
        if (at < to && (text[at] | 0x20) == 'e') {
            at++;
            if (at < to && (text[at] == '+' || text[at] == '-')) {
                at++;
            }
            digits = digitsEnd(text, at, to);
            if (digits == at) {
                return false;
            }
            at = digits;
        }
        return at == to;
    }

    private static int digitsEnd(byte[] text, int from, int to) {
        int at = from;
        while (at < to && isDigit(text[at])) {
            at++;
        }
        return at;
    }

    /** One byte a character; what is not ASCII becomes a byte that no number has. */
    private static byte[] ascii(CharSequence text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            bytes[i] = c < 128 ? (byte) c : -1;
        }
        return bytes;
    }

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    static boolean blank(byte c) {
        return c == ' ' || c == '\t';
    }
}
