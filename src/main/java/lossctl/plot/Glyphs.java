package lossctl.plot;

/**
 * How wide a text is in a generic sans-serif. The table is that of DejaVu Sans, one of the widest, so that texts fit in
 * whatever font a reader has, and pictures are the same bytes on every machine.
 */
final class Glyphs {
    private static final int FIRST = ' ';

    /** In hundredths of the font size, from the blank to the tilde. */
    // spotless:off
    private static final byte[] WIDTHS = {
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
        64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
        60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
        63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
    };
    // spotless:on

    private static final int USUAL = 70;
    private static final int WIDE = 105;
    private static final double BOLD = 1.12;

    private Glyphs() {}

    /** The width of a text at a font size. */
    static double width(String text, double size, boolean bold) {
        long sum = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            boolean known = c >= FIRST && c < FIRST + WIDTHS.length;
            sum += known ? WIDTHS[c - FIRST] : c < 0x1100 ? USUAL : WIDE;
        }
        return sum * size / 100 * (bold ? BOLD : 1);
    }
}
