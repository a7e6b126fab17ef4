package lossctl.num;

import java.nio.charset.StandardCharsets;

/**
 * Numbers to text, the same on every Java: laid out like Python's {@code repr}, with an exponent below 1e-4 and from 1e16.
 * NaN and the infinities are {@code NaN}, {@code Infinity} and {@code -Infinity}.
 */
public final class DecimalWriter {
    /** The room that {@link #write} needs at most. */
    public static final int LONGEST = DecimalLayout.LONGEST;

    private static final long FRACTION = (1L << 52) - 1;

    private DecimalWriter() {}

    /** The shortest text that reads back to {@code x}, of those the nearest to it. */
    public static String text(double x) {
        byte[] out = new byte[LONGEST];
        return string(out, write(x, out, 0));
    }

    /** The shortest text that reads back to the same float, of those the nearest to it. */
    public static String text(float x) {
        byte[] out = new byte[LONGEST];
        int bits = Float.floatToRawIntBits(x);
        int field = bits >>> 23 & 0xFF;
        int fraction = bits & 0x7F_FFFF;
        if (field == 0xFF || (bits & 0x7FFF_FFFF) == 0) {
            return string(out, special(x, out, 0));
        }
        int mantissa = field == 0 ? fraction : fraction | 1 << 23;
        return string(out, shortest(bits < 0, mantissa, Math.max(field, 1) - 150, fraction == 0 && field > 1, out, 0));
    }

    /** The shortest text that reads back to the same number of IEEE 754 binary16, of those the nearest to it. */
    public static String half(short bits) {
        byte[] out = new byte[LONGEST];
        int field = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        if (field == 0x1F || (bits & 0x7FFF) == 0) {
            double size = field == 0 ? 0 : fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            return string(out, special(bits < 0 ? -size : size, out, 0));
        }
        int mantissa = field == 0 ? fraction : fraction | 1 << 10;
        return string(out, shortest(bits < 0, mantissa, Math.max(field, 1) - 25, fraction == 0 && field > 1, out, 0));
    }

    /**
     * The number rounded to that many significant digits, ties to even; zeros at the end are dropped, but one decimal
     * stays: {@code 0.375}, {@code 2.0}, {@code 1.23457e+20}. 17 digits or more always read back to the same double.
     *
     * @throws IllegalArgumentException if {@code significantDigits} is less than 1
     */
    public static String text(double x, int significantDigits) {
        if (significantDigits < 1) {
            throw new IllegalArgumentException("significant digits must be at least 1, not " + significantDigits);
        }
        byte[] out = new byte[LONGEST];
        if (x == 0 || !(Math.abs(x) <= Double.MAX_VALUE)) {
            return string(out, special(x, out, 0));
        }
        return string(out, RoundedDecimal.write(x, Math.min(significantDigits, 17), out));
    }

    /**
     * Writes {@link #text(double)} at {@code out[at]} and following, at most {@link #LONGEST} bytes, without allocating;
     * returns the place behind it.
     */
    public static int write(double x, byte[] out, int at) {
        long bits = Double.doubleToRawLongBits(x);
        int field = (int) (bits >>> 52) & 0x7FF;
        long fraction = bits & FRACTION;
        if (field == 0x7FF || (bits & Long.MAX_VALUE) == 0) {
            return special(x, out, at);
        }
        long whole = (long) x;
        // of x, as the least long has no absolute value
        if (whole == x && Math.abs(x) <= 0x1p53) {
            return DecimalLayout.write(bits < 0, Math.abs(whole), 0, out, at);
        }
        long mantissa = field == 0 ? fraction : fraction | 1L << 52;
        return shortest(bits < 0, mantissa, Math.max(field, 1) - 1075, fraction == 0 && field > 1, out, at);
    }

    private static int shortest(boolean negative, long mantissa, int q, boolean narrow, byte[] out, int at) {
        int exponent = ShortestDecimal.exponent(q, narrow);
        long digits = ShortestDecimal.digits(mantissa, q, narrow, exponent);
        return DecimalLayout.write(negative, digits, exponent, out, at);
    }

    private static int special(double x, byte[] out, int at) {
        String text = x == 0 ? "0.0" : x != x ? "NaN" : "Infinity";
        int place = at;
        if (x < 0 || 1 / x < 0) {
            out[place++] = '-';
        }
        for (int i = 0; i < text.length(); i++) {
            out[place++] = (byte) text.charAt(i);
        }
        return place;
    }

    private static String string(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
