package lossctl.num;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers to text, the same on every Java: laid out like Python's {@code repr}, with an exponent below 1e-4 and from 1e16.
 */
public final class DecimalWriter {
    private DecimalWriter() {}

    /** The shortest text that reads back to {@code x}, of those the nearest; {@code NaN}, {@code Infinity}. */
    public static String text(double x) {
        if (special(x)) {
            return special(x, "");
        }
        for (int n = 1; ; n++) {
            BigDecimal rounded = new BigDecimal(x).round(new MathContext(n, RoundingMode.HALF_EVEN));
            if (n == 17 || DecimalReader.read(rounded.toString()) == x) {
                return layout(rounded);
            }
        }
    }

    /** The shortest text that reads back to the same float, of those the nearest. */
    public static String text(float x) {
        if (special(x)) {
            return special(x, "");
        }
        for (int n = 1; ; n++) {
            BigDecimal rounded = new BigDecimal(x).round(new MathContext(n, RoundingMode.HALF_EVEN));
            if (n == 9 || Float.parseFloat(rounded.toString()) == x) {
                return layout(rounded);
            }
        }
    }

    /**
     * The number rounded to {@code significantDigits} digits, ties to even, zeros at the end dropped: {@code 0.375},
     * {@code 2.0}, {@code 1.23457e+20}.
     */
    public static String text(double x, int significantDigits) {
        if (special(x)) {
            return special(x, "");
        }
        return layout(new BigDecimal(x).round(new MathContext(significantDigits, RoundingMode.HALF_EVEN)));
    }

    /** Writes {@link #text(double)} at {@code out[at]} and following, at most 25 bytes; the place behind it. */
    public static int write(double x, byte[] out, int at) {
        String text = text(x);
        for (int i = 0; i < text.length(); i++) {
            out[at + i] = (byte) text.charAt(i);
        }
        return at + text.length();
    }

    private static boolean special(double x) {
        return x == 0 || !(Math.abs(x) <= Double.MAX_VALUE);
    }

    private static String special(double x, String none) {
        return x == 0 ? (1 / x < 0 ? "-0.0" : "0.0") : x != x ? "NaN" : x > 0 ? "Infinity" : "-Infinity";
    }

    private static String layout(BigDecimal x) {
        BigDecimal plain = x.stripTrailingZeros();
        String digits = plain.unscaledValue().abs().toString();
        int point = digits.length() - plain.scale();
        StringBuilder out = new StringBuilder(25);
        if (x.signum() < 0) {
            out.append('-');
        }
        if (point > 16 || point < -3) {
            out.append(digits.charAt(0));
            if (digits.length() > 1) {
                out.append('.').append(digits, 1, digits.length());
            }
            int exponent = point - 1;
            out.append('e').append(exponent < 0 ? '-' : '+');
            return (Math.abs(exponent) < 10 ? out.append('0') : out)
                    .append(Math.abs(exponent))
                    .toString();
        }
        if (point <= 0) {
            return out.append("0.").append("000", 0, -point).append(digits).toString();
        }
        if (point >= digits.length()) {
            return out.append(digits)
                    .append("0000000000000000", 0, point - digits.length())
                    .append(".0")
                    .toString();
        }
        return out.append(digits, 0, point)
                .append('.')
                .append(digits, point, digits.length())
                .toString();
    }
}
