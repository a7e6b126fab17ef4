package lossctl.write;

import lossctl.num.DecimalWriter;

/**
 * How numbers and texts look.
 *
 * @param format the format
 * @param precision significant digits; 0 for the format's own: 6 in tables, else the shortest text that reads back to
 *     the same number
 * @param float32 whether numbers are float32, so that the shortest text need only tell them from other floats
 * @param raw whether texts go out as they are in CSV and TSV: without escapes and without the {@code '} that keeps a
 *     spreadsheet from taking them for formulas
 */
public record Style(OutputFormat format, int precision, boolean float32, boolean raw) {
    private static final int TABLE_DIGITS = 6;

    /** A format with its own precision, for double precision numbers. */
    public static Style of(OutputFormat format) {
        return new Style(format, 0, false, false);
    }

    /** A number in this style; {@code Infinity}, {@code -Infinity} and {@code NaN} for what is not finite. */
    public String number(double x) {
        int digits = digits();
        if (digits > 0) {
            return DecimalWriter.text(x, digits);
        }
        return float32 ? DecimalWriter.text((float) x) : DecimalWriter.text(x);
    }

    /** The same in another format. */
    public Style in(OutputFormat other) {
        return new Style(other, precision, float32, raw);
    }

    /** Significant digits; 0 for the shortest text. */
    private int digits() {
        boolean forTheEye = format == OutputFormat.TABLE || format == OutputFormat.MD || format == OutputFormat.HTML;
        return precision == 0 && forTheEye ? TABLE_DIGITS : precision;
    }

    /** Whether numbers are written as the shortest text of a double. */
    boolean isShortestDouble() {
        return digits() == 0 && !float32;
    }
}
