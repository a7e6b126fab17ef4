package lossctl.read.inline;

import java.util.Arrays;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.read.Labels;
import lossctl.read.Numbers;

/**
 * One text of values: {@code 1,0}, {@code 0.1,0.9;0.8,0.2}, or a JSON or Python list of numbers or of rows.
 *
 * <p>A flat text has one row; what it means, one value a sample or the values of one sample, is the caller's to say.
 */
final class InlineList {
    private final String option;
    private final String text;
    private final Labels labels;
    private final Numbers numbers;
    private int at;
    private double[] values = new double[16];
    private boolean[] leftOut;
    private int size;
    private int width = -1;
    private int rows;
    private boolean flat;
    private boolean bracketed;

    /** Reads a text; where labels are given (else null), its values are looked up among them. */
    InlineList(String option, String text, Policy policy, Labels labels) {
        this.option = option;
        this.text = text;
        this.labels = labels;
        numbers = new Numbers(policy);
        skipBlanks();
        if (at == text.length()) {
            throw refuse(Refusal.Code.EMPTY, option + " is empty").hint("[] stands for no values");
        }
        if (opening()) {
            readList();
        } else {
            readPlain();
        }
    }

    private void readPlain() {
        flat = text.indexOf(';') < 0;
        do {
            int start = size;
            do {
                readValue(start);
            } while (taken(','));
            endRow(start);
            if (!taken(';') && at < text.length()) {
                throw malformed("',' or ';' is wanted");
            }
            skipBlanks();
        } while (at < text.length());
    }

    private void readList() {
        bracketed = true;
        char close = close();
        skipBlanks();
        flat = !opening();
        if (flat) {
            readRow(close);
        } else {
            do {
                skipBlanks();
                if (at < text.length() && text.charAt(at) == close) {
                    break;
                }
                if (!opening()) {
                    throw malformed("a row in brackets is wanted");
                }
                readRow(close());
            } while (taken(','));
            expect(close);
        }
        skipBlanks();
        if (at < text.length()) {
            throw malformed("nothing may follow the list");
        }
    }

    private void readRow(char close) {
        int start = size;
        do {
            skipBlanks();
            if (at < text.length() && text.charAt(at) == close) {
                break;
            }
            if (opening()) {
                throw malformed("a list of rows of numbers is the deepest that is read");
            }
            readValue(start);
        } while (taken(','));
        expect(close);
        endRow(start);
    }

    private void readValue(int rowStart) {
        skipBlanks();
        String word = word();
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            leftOut = leftOut == null ? null : Arrays.copyOf(leftOut, 2 * size);
        }
        try {
            values[size] = labels == null ? numbers.of(word) : labels.index(word, numbers);
            if (numbers.leftOut()) {
                leftOut = leftOut == null ? new boolean[values.length] : leftOut;
                leftOut[size] = true;
            }
        } catch (Refusal refusal) {
            throw placed(refusal, size - rowStart + 1);
        }
        size++;
    }

    private Refusal placed(Refusal refusal, int value) {
        String row = flat ? "" : "row " + (rows + 1) + ", ";
        return new Refusal(refusal.code(), option + ": " + row + "value " + value + ": " + refusal.getMessage())
                .value(refusal.value())
                .hint(hint(refusal));
    }

    private static String hint(Refusal refusal) {
        String value = refusal.value();
        boolean several =
                refusal.code() == Refusal.Code.NOT_A_NUMBER && (value.indexOf(' ') > 0 || value.indexOf(';') > 0);
        return several ? "commas between values, rows as 1,2;3,4 or [[1,2],[3,4]]" : refusal.hint();
    }

    /** The text up to the next separator; quotes around it hold separators together and fall away. */
    private String word() {
        int start = at;
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            int end = text.indexOf(text.charAt(at), at + 1);
            if (end < 0) {
                throw malformed("a quote is not closed");
            }
            at = end + 1;
            skipBlanks();
            return text.substring(start + 1, end);
        }
        while (at < text.length() && !separator(text.charAt(at))) {
            at++;
        }
        int end = at;
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private boolean separator(char c) {
        return c == ',' || (bracketed ? c == ']' || c == ')' : c == ';');
    }

    private void endRow(int start) {
        if (width >= 0 && size - start != width) {
            throw refuse(
                    Refusal.Code.SHAPE,
                    option + ": row 1 has " + count(width, "value") + " but row " + (rows + 1) + " has "
                            + (size - start));
        }
        if (size == start && !flat) {
            throw refuse(Refusal.Code.EMPTY, option + ": row " + (rows + 1) + " is empty");
        }
        width = size - start;
        rows++;
    }

    private boolean opening() {
        return at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(');
    }

    private char close() {
        return text.charAt(at++) == '[' ? ']' : ')';
    }

    private boolean taken(char c) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char close) {
        if (!taken(close)) {
            throw malformed("'" + close + "' is wanted");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private Refusal malformed(String message) {
        return refuse(Refusal.Code.MALFORMED, option + ": character " + (at + 1) + ": " + message);
    }

    private static Refusal refuse(Refusal.Code code, String message) {
        return new Refusal(code, message);
    }

    static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** What was written, for messages about lengths: {@code 2 values}, or {@code 3 rows}. */
    String extent() {
        return flat ? count(size, "value") : count(rows, "row");
    }

    String option() {
        return option;
    }

    /** Whether the text is one list, without rows. */
    boolean isFlat() {
        return flat;
    }

    int size() {
        return size;
    }

    int rows() {
        return rows;
    }

    /** Values in a row; 0 where there are none. */
    int width() {
        return Math.max(width, 0);
    }

    double[] values() {
        return values;
    }

    /** Whether one of {@code count} values from {@code from} leaves its row out. */
    boolean leavesOut(int from, int count) {
        for (int i = from; leftOut != null && i < from + count; i++) {
            if (leftOut[i]) {
                return true;
            }
        }
        return false;
    }
}
