package lossctl.read.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lossctl.data.Block;
import lossctl.data.Refusal;
import lossctl.read.Field;
import lossctl.read.Fields;
import lossctl.read.ReadOptions;

/** Reads an object, one sample, into a row of a block. One object a thread. */
final class RecordReader {
    private final Fields fields;
    private final Scalars scalars;
    private final Map<String, List<Integer>> uses = new HashMap<>();
    private final long[] seen;
    /** What is wrong with each prediction of a row, and that it is missing, where one of them alone is needed; else null. */
    private final Refusal[] faults;

    private final boolean[] omitted;
    private long records;

    RecordReader(Fields fields, ReadOptions options) {
        this.fields = fields;
        scalars = new Scalars(options.policy());
        int picked = options.unchecked() && fields.mayPick() ? fields.layout().predictionWidth() : 0;
        faults = picked > 0 ? new Refusal[picked] : null;
        omitted = new boolean[picked];
        for (int i = 0; i < fields.all().size(); i++) {
            uses.computeIfAbsent(fields.all().get(i).name(), name -> new ArrayList<>())
                    .add(i);
        }
        seen = new long[fields.all().size()];
    }

    /**
     * Reads the object that the parser stands at the beginning of, and stops at its end.
     *
     * @return whether the row is kept; else it is to be counted as skipped
     * @throws Refusal with its place in the text
     */
    boolean read(JsonParser parser, Block block, int row) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Parsers.at(
                    new Refusal(Refusal.Code.SHAPE, "an object is wanted, one a sample"),
                    parser.currentTokenLocation());
        }
        JsonLocation start = parser.currentTokenLocation();
        records++;
        if (faults != null) {
            Arrays.fill(faults, null);
            Arrays.fill(omitted, false);
        }
        boolean kept = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            List<Integer> used = uses.get(name);
            if (used == null) {
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            if (seen[used.get(0)] == records) {
                throw Parsers.at(
                        new Refusal(Refusal.Code.MALFORMED, "field '" + name + "' occurs twice"),
                        parser.currentTokenLocation());
            }
            parser.nextToken();
            for (int use : used) {
                seen[use] = records;
            }
            kept &= value(parser, used, block, row);
        }
        return complete(block, row, start) && kept && (faults == null || isPicked(block, row));
    }

    /** Whether the prediction of the true class is there; it alone is held against what it is to be. */
    private boolean isPicked(Block block, int row) {
        double truth = block.truth()[row];
        int index = (int) truth;
        if (index != truth || index < 0 || index >= faults.length) {
            return true; // no class: the evaluation tells
        }
        if (faults[index] != null) {
            throw faults[index];
        }
        return !omitted[index];
    }

    /** The number of a field at the parser's token; a prediction that is none is NaN where it may not be needed. */
    private double number(JsonParser parser, Field field, int index) throws IOException {
        if (faults == null || !fields.isPrediction(field)) {
            return scalars.of(parser, fields.labels(field));
        }
        int at = field.offset() + index;
        try {
            double value = scalars.of(parser, fields.labels(field));
            if (at < omitted.length) {
                omitted[at] = scalars.leftOut();
            }
            return value;
        } catch (Refusal refusal) {
            if (at < faults.length) {
                faults[at] = refusal.column(field.name());
            }
            parser.skipChildren();
            return Double.NaN;
        }
    }

    /** Whether the last number leaves its row out, whatever the truth is. */
    private boolean leavesOut(Field field) {
        return scalars.leftOut() && (faults == null || !fields.isPrediction(field));
    }

    private boolean value(JsonParser parser, List<Integer> used, Block block, int row) throws IOException {
        Field first = fields.all().get(used.get(0));
        try {
            boolean kept = true;
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                kept = array(parser, first, block, row);
            } else if (first.kind() == Field.Kind.TEXT) {
                text(parser, first, block, row);
            } else {
                first.array(block)[first.at(block, row)] = number(parser, first, 0);
                kept = !leavesOut(first);
                if (kept && first.width() != 1) {
                    throw Parsers.at(width(first, 1), parser.currentTokenLocation());
                }
            }
            for (int i = 1; i < used.size(); i++) {
                copy(parser, first, fields.all().get(used.get(i)), block, row);
            }
            return kept;
        } catch (Refusal refusal) {
            throw fields.hinted(first, refusal).column(first.name());
        }
    }

    private boolean array(JsonParser parser, Field field, Block block, int row) throws IOException {
        if (field.kind() == Field.Kind.TEXT) {
            throw Parsers.at(
                    new Refusal(Refusal.Code.SHAPE, "a text is wanted here, not an array"),
                    parser.currentTokenLocation());
        }
        double[] target = field.array(block);
        int at = field.at(block, row);
        boolean kept = true;
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            double value = number(parser, field, count);
            kept &= !leavesOut(field);
            if (count < field.width()) {
                target[at + count] = value;
            }
            count++;
        }
        if (count != field.width()) {
            throw Parsers.at(width(field, count), parser.currentTokenLocation());
        }
        return kept;
    }

    static Refusal width(Field field, int count) {
        return new Refusal(Refusal.Code.SHAPE, count(count) + ", but " + field.width() + " in the rows before");
    }

    static String count(int values) {
        return values == 1 ? "1 value" : values + " values";
    }

    private static void text(JsonParser parser, Field field, Block block, int row) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            throw Parsers.at(
                    new Refusal(Refusal.Code.SHAPE, "a text is wanted here, not an object"),
                    parser.currentTokenLocation());
        }
        boolean missing = parser.currentToken() == JsonToken.VALUE_NULL;
        block.texts(field.target())[row] = missing ? "" : parser.getText();
    }

    /** A field in a second role: the same token where it is one, else the same numbers. */
    private void copy(JsonParser parser, Field first, Field other, Block block, int row) throws IOException {
        if (other.kind() == Field.Kind.TEXT) {
            text(parser, other, block, row);
        } else {
            System.arraycopy(
                    first.array(block), first.at(block, row), other.array(block), other.at(block, row), other.width());
        }
    }

    private boolean complete(Block block, int row, JsonLocation start) {
        boolean kept = true;
        for (int i = 0; i < seen.length; i++) {
            if (seen[i] == records) {
                continue;
            }
            Field field = fields.all().get(i);
            if (field.kind() == Field.Kind.TEXT) {
                block.texts(field.target())[row] = "";
                continue;
            }
            Refusal absent = absent(field, start);
            if (faults != null && fields.isPrediction(field)) {
                int end = field.offset() + field.width();
                Arrays.fill(faults, field.offset(), end, absent);
                Arrays.fill(omitted, field.offset(), end, true);
                Arrays.fill(block.prediction(), field.at(block, row), field.at(block, row) + field.width(), Double.NaN);
            } else if (absent != null) {
                throw absent;
            } else {
                kept = false;
            }
        }
        return kept;
    }

    /** The refusal of an object without a field; null where such a row is left out. */
    private Refusal absent(Field field, JsonLocation start) {
        try {
            scalars.of((String) null, null);
            return null;
        } catch (Refusal refusal) {
            Refusal absent = new Refusal(refusal.code(), "field '" + field.name() + "' is missing");
            return Parsers.at(absent.hint(refusal.hint()), start);
        }
    }
}
