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
    private final InlineText text;
    private final Labels labels;
    private final Numbers numbers;
    private double[] values = new double[16];
    private boolean[] leftOut;
    private int size;
    private int width = -1;
    private int rows;
    private final boolean bracketed;
    private boolean flat;

    /** Reads a text; where labels are given (else null), its values are looked up among them. */
    InlineList(String option, String text, Policy policy, Labels labels) {
        this.option = option;
        this.text = new InlineText(option, text);
        this.labels = labels;
        numbers = new Numbers(policy);
        if (this.text.isAtEnd()) {
            throw refuse(Refusal.Code.EMPTY, option + " is empty").hint("[] stands for no values");
        }
        bracketed = this.text.opens();
        if (bracketed) {
            readList();
        } else {
            readPlain();
        }
    }

    private void readPlain() {
        flat = !text.contains(';');
        do {
            int start = size;
            do {
                readValue(start);
            } while (text.taken(','));
            endRow(start);
            if (!text.taken(';') && !text.isAtEnd()) {
                throw text.malformed("',' or ';' is wanted");
            }
        } while (!text.isAtEnd());
    }

    private void readList() {
        char close = text.open();
        flat = !text.opens();
        if (flat) {
            readRow(close);
        } else {
            while (!text.isAt(close)) {
                if (!text.opens()) {
                    throw text.malformed("a row in brackets is wanted");
                }
                readRow(text.open());
                if (!text.taken(',')) {
                    break;
                }
            }
            text.expect(close);
        }
        if (!text.isAtEnd()) {
            throw text.malformed("nothing may follow the list");
        }
    }

    private void readRow(char close) {
        int start = size;
        while (!text.isAt(close) && !text.isAtEnd()) {
            if (text.opens()) {
                throw text.malformed("a list of rows of numbers is the deepest that is read");
            }
            readValue(start);
            if (!text.taken(',')) {
                break;
            }
        }
        text.expect(close);
        endRow(start);
    }

    private void readValue(int rowStart) {
        String word = text.word(bracketed);
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
