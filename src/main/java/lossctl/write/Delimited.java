package lossctl.write;

import lossctl.num.DecimalReader;
import lossctl.num.NumberVerdict;

/**
 * Cells in CSV (RFC 4180, lines end in LF) or TSV (the same with tabs). Unless raw, controls in texts are shown as
 * escapes, but for tabs and ends of lines, and a text that a spreadsheet would take for a formula gets a {@code '} in
 * front (CWE-1236); numbers never do.
 */
final class Delimited {
    private final CheckedOut out;
    private final char delimiter;
    private final boolean raw;
    private boolean inRow;

    Delimited(Style style, CheckedOut out) {
        this.out = out;
        delimiter = style.format() == OutputFormat.TSV ? '\t' : ',';
        raw = style.raw();
    }

    /** Starts a cell; what is then written to the output must need no quotes. */
    void next() {
        if (inRow) {
            out.ascii(delimiter);
        }
        inRow = true;
    }

    /** Writes a cell with a text from anywhere. */
    void text(String text) {
        text(text, true);
    }

    /** Writes a cell with a text that may come from anywhere, or is a figure of our own. */
    void text(String text, boolean foreign) {
        next();
        String shown = raw ? text : SafeText.visible(text, "\t\r\n");
        boolean formula = foreign && !raw && isFormula(text);
        if (!needsQuotes(shown)) {
            out.text(formula ? "'" + shown : shown);
            return;
        }
        StringBuilder quoted = new StringBuilder(shown.length() + 8).append(formula ? "\"'" : "\"");
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            quoted.append(c == '"' ? "\"" : "").append(c);
        }
        out.text(quoted.append('"').toString());
    }

    /** Ends the row. */
    void end() {
        out.ascii('\n');
        inRow = false;
    }

    private boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && "=+-@\t\r\0".indexOf(text.charAt(0)) >= 0
                && DecimalReader.verdict(text) != NumberVerdict.FINITE;
    }
}
