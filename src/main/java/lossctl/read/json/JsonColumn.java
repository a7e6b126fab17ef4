package lossctl.read.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import lossctl.data.Refusal;
import lossctl.read.Labels;

/**
 * An array of a document, one value or one row of values a sample, read before it is known whether it is wanted: what
 * is wrong with it is kept and told when it is.
 */
final class JsonColumn {
    private final String name;
    private final Parsers parsers;
    private final Scalars scalars;
    private final boolean keepsText;
    /** What is wrong with values that may not be needed, by their place among all; null where each is needed. */
    private final Faults faults;
    /** Which values mean that their row is left out, where that matters of each. */
    private final BitSet omitted = new BitSet();
    /** Whether every row holds one value. */
    private boolean single = true;

    private double[] values = new double[16];
    private int count;
    private int rows;
    private int width = -1;
    private boolean[] leftOut;
    private String[] texts = {};
    /** Line and column of each text. */
    private long[] places = {};

    private Refusal problem;

    /** {@code picked}: of a row's values one alone may be needed. */
    JsonColumn(String name, Parsers parsers, Scalars scalars, boolean keepsText, boolean picked) {
        this.name = name;
        this.parsers = parsers;
        this.scalars = scalars;
        this.keepsText = keepsText;
        faults = picked ? new Faults() : null;
    }

    /** Reads the array, or the single value, that the parser stands at. */
    void readAll(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            readRow(parser);
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            readRow(parser);
        }
    }

    /** Reads one row: a value, or an array of values. */
    void readRow(JsonParser parser) throws IOException {
        int before = count;
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            element(parser, 1);
        } else {
            int held = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                element(parser, ++held);
            }
            single &= held == 1;
        }
        end(parser, count - before);
        rows++;
    }

    private void element(JsonParser parser, int number) throws IOException {
        if (keepsText && number == 1) {
            keepText(parser);
        }
        if (problem != null) {
            parser.skipChildren();
        } else {
            parsers.checkColumns(number, parser);
            value(parser);
        }
    }

    private void keepText(JsonParser parser) throws IOException {
        if (rows >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(16, 2 * rows));
            places = Arrays.copyOf(places, texts.length);
        }
        JsonLocation place = parser.currentTokenLocation();
        places[rows] = (long) place.getLineNr() << 32 | Parsers.column(place);
        JsonToken token = parser.currentToken();
        single &= token.isScalarValue();
        texts[rows] = token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getText() : null;
    }

    private void value(JsonParser parser) throws IOException {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        try {
            values[count++] = scalars.of(parser, null);
            if (scalars.leftOut()) {
                leaveOut(rows);
                if (faults != null) {
                    omitted.set(count - 1);
                }
            }
        } catch (Refusal refusal) {
            if (faults == null) {
                problem = refusal.column(name);
            } else {
                values[count - 1] = Double.NaN;
                faults.add(count - 1, refusal);
            }
            parser.skipChildren();
        }
    }

    private void leaveOut(int row) {
        if (leftOut == null || row >= leftOut.length) {
            leftOut = leftOut == null ? new boolean[row + 16] : Arrays.copyOf(leftOut, 2 * row + 16);
        }
        leftOut[row] = true;
    }

    private void end(JsonParser parser, int values) {
        if (problem != null) {
            return;
        }
        if (width < 0) {
            width = values;
        }
        if (values == 0 || values != width && !leavesOut(rows)) {
            String message = values == 0
                    ? "a row without values"
                    : RecordReader.count(values) + ", but " + width + " in the rows before";
            problem = Parsers.at(new Refusal(Refusal.Code.SHAPE, message).column(name), parser.currentTokenLocation());
            return;
        }
        if (values != width && faults != null) {
            omitRow(values);
        }
        for (int i = values; i < width; i++) {
            pad();
        }
        count = (rows + 1) * width;
    }

    /** Leaves a row out that is shorter or longer than others, whichever of its values is needed. */
    private void omitRow(int held) {
        int from = rows * width;
        faults.forget(from);
        omitted.clear(from, from + held);
        omitted.set(from, from + width);
    }

    private void pad() {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = Double.NaN;
    }

    /** Whether its values are kept as texts, too: one a row. */
    boolean keepsText() {
        return keepsText && single;
    }

    /** Looks the texts up among labels; each becomes its index. */
    void translate(Labels labels) {
        problem = null;
        if (faults != null) {
            faults.forget(0);
            omitted.clear();
        }
        width = 1;
        leftOut = null;
        values = new double[rows];
        for (int row = 0; row < rows; row++) {
            try {
                values[row] = scalars.of(texts[row], labels);
            } catch (Refusal refusal) {
                problem = refusal.at(places[row] >>> 32, (int) places[row]).column(name);
                return;
            }
            if (scalars.leftOut()) {
                leaveOut(row);
            }
        }
    }

    String name() {
        return name;
    }

    /** What is wrong with it, or null. */
    Refusal problem() {
        Refusal first = faults == null ? null : faults.first();
        return first == null ? problem : first.column(name);
    }

    /** What is wrong with it whichever of its values are needed, or null. */
    Refusal wholeProblem() {
        return problem;
    }

    /** What is wrong with one value of a row where each is looked at by itself, or null. */
    Refusal fault(int row, int index) {
        Refusal fault = faults == null ? null : faults.of(row * width() + index);
        return fault == null ? null : fault.column(name);
    }

    /** Whether one value of a row means that the row is left out, where each is looked at by itself. */
    boolean omits(int row, int index) {
        return faults == null ? leavesOut(row) : omitted.get(row * width() + index);
    }

    int rows() {
        return rows;
    }

    /** Values in a row; 1 where there are no rows. */
    int width() {
        return Math.abs(width);
    }

    double[] values() {
        return values;
    }

    String text(int row) {
        return row < texts.length && texts[row] != null ? texts[row] : "";
    }

    boolean leavesOut(int row) {
        return leftOut != null && row < leftOut.length && leftOut[row];
    }
}
