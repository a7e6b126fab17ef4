package lossctl.gallery;

import lossctl.num.DecimalWriter;
import lossctl.stat.Bounds;

/** Numbers in sentences. */
final class Say {
    private static final int DIGITS = 4;
    private static final int GROUP = 3;

    private Say() {}

    /** Four significant digits. */
    static String number(double x) {
        String text = DecimalWriter.text(x, DIGITS);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** {@code 1,234,567}. */
    static String count(long n) {
        String digits = Long.toString(n);
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - GROUP; i > 0; i -= GROUP) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /** {@code 1 sample}, {@code 569 samples}. */
    static String count(long n, String noun) {
        return count(n) + " " + noun + (n == 1 ? "" : "s");
    }

    /** {@code 91.4 %}. */
    static String percent(double share) {
        return number(Math.rint(share * 1000) / 10) + " %";
    }

    /** {@code 0.3 to 0.4}. */
    static String range(Bounds bounds) {
        return number(bounds.low()) + " to " + number(bounds.high());
    }

    /** {@code 95 %}, of a level of 0.95. */
    static String level(double level) {
        return number(Math.rint(level * 1e6) / 1e4) + " %";
    }
}
