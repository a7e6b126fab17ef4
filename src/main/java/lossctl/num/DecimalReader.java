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

    /** In arrays of this size many numbers lie, and the start of the fast reader pays. */
    private static final int BULK = 1 << 12;

    private DecimalReader() {}

    /** The number in {@code text[from]} up to, not including, {@code text[to]}; NaN where it is not a finite number. */
    public static double read(byte[] text, int from, int to) {
        return text.length >= BULK ? FastDecimal.read(text, from, to) : PlainDecimal.read(text, from, to);
    }

    /** The number in {@code text}; NaN where it is not a finite number. */
    public static double read(CharSequence text) {
        byte[] bytes = ascii(text);
        return PlainDecimal.read(bytes, 0, bytes.length);
    }

    /** What {@code text} is, {@link NumberVerdict#FINITE} exactly where {@link #read(CharSequence)} gives a number. */
    public static NumberVerdict verdict(CharSequence text) {
        byte[] bytes = ascii(text);
        return verdict(bytes, 0, bytes.length);
    }

    /** What the text is, {@link NumberVerdict#FINITE} exactly where {@link #read(byte[], int, int)} gives a number. */
    public static NumberVerdict verdict(byte[] text, int from, int to) {
        double value = PlainDecimal.read(text, from, to);
        return value == value ? NumberVerdict.FINITE : Misspelling.verdict(text, from, to);
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
