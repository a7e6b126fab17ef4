package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lossctl.data.Block;
import lossctl.data.Columns;
import lossctl.data.Places.Role;
import lossctl.data.Refusal;
import lossctl.read.Candidates;
import lossctl.read.Field;
import lossctl.read.Fields;
import lossctl.read.Labels;
import lossctl.read.ReadOptions;

/** The arrays of a document side by side, in memory. */
final class ColumnTable {
    private final Parsers parsers;
    private final ReadOptions options;
    private final Map<String, JsonColumn> columns = new LinkedHashMap<>();
    private List<String> names;
    private Fields fields;
    private boolean aligned;
    /** The truth, where of a row's predictions that of its true class alone is needed; else null. */
    private JsonColumn picker;

    private int rows;

    ColumnTable(Parsers parsers, ReadOptions options) {
        this.parsers = parsers;
        this.options = options;
    }

    /** Reads an object of arrays; the parser stands at its beginning and is left at its end. */
    void readObject(JsonParser parser) throws IOException {
        Candidates candidates = new Candidates(options.columns());
        Set<String> others = new HashSet<>();
        List<String> found = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean text = candidates.isText(name, found.size());
            boolean wanted = text || candidates.isValue(name, found.size());
            if (columns.containsKey(name) || wanted && others.contains(name)) {
                throw Parsers.at(
                        new Refusal(Refusal.Code.MALFORMED, "field '" + name + "' occurs twice"),
                        parser.currentTokenLocation());
            }
            parsers.checkColumns(found.size() + 1, parser);
            parser.nextToken();
            if (wanted) {
                boolean picked = options.unchecked() && candidates.isOfClasses(name, found.size());
                JsonColumn column = new JsonColumn(name, parsers, new Scalars(options.policy()), text, picked);
                columns.put(name, column);
                column.readAll(parser);
                found.add(name);
            } else {
                parser.skipChildren();
                if (others.add(name)) {
                    found.add(name);
                }
            }
        }
        names = found;
    }

    /** Reads an array of numbers or of rows, predictions without truth; the parser stands at its first element. */
    void readArray(JsonParser parser, String name) throws IOException {
        boolean text = new Candidates(options.columns()).isText(name, 0);
        JsonColumn column = new JsonColumn(name, parsers, new Scalars(options.policy()), text, false);
        columns.put(name, column);
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            column.readRow(parser);
            parser.nextToken();
        }
        names = List.of(name);
    }

    List<String> names() {
        return names;
    }

    /**
     * Says which arrays are wanted.
     *
     * @throws Refusal where one is not there, could not be read or is longer than another
     */
    void choose(Columns wanted, boolean rowsStay) {
        aligned = rowsStay;
        int[] widths = new int[names.size()];
        for (int i = 0; i < widths.length; i++) {
            JsonColumn column = columns.get(names.get(i));
            widths[i] = column == null ? 1 : column.width();
        }
        fields = new Fields(names, widths, wanted, "field");
        picker = options.unchecked() && fields.mayPick()
                ? columns.get(fields.holder(Role.TRUTH, 0).name())
                : null;
        Refusal first = null;
        for (Field field : fields.all()) {
            JsonColumn column = columns.get(field.name());
            Labels labels = fields.words(field);
            boolean known = fields.labels(field) != null;
            if (labels != null && column.keepsText() && (known || column.problem() != null)) {
                column.translate(labels);
            }
            Refusal problem =
                    field.kind() == Field.Kind.TEXT ? null : isPicked(field) ? column.wholeProblem() : column.problem();
            if (problem != null) {
                fields.hinted(field, problem);
            }
            first = first == null || problem != null && before(problem, first) ? problem : first;
        }
        if (first != null) {
            throw first;
        }
        sameLength();
        if (picker != null) {
            checkPicked();
        }
    }

    /** Whether one of a field's values alone may be needed. */
    private boolean isPicked(Field field) {
        return picker != null && fields.isPrediction(field);
    }

    /** Refuses the first prediction of a true class that is no number. */
    private void checkPicked() {
        for (int row = 0; row < rows; row++) {
            int index = picker.leavesOut(row) ? -1 : trueClass(row);
            if (index >= 0) {
                Field field = fields.holder(Role.PREDICTION, index);
                Refusal fault = columns.get(field.name()).fault(row, index - field.offset());
                if (fault != null) {
                    throw fault;
                }
            }
        }
    }

    /** The index of a row's true class; -1 where the truth is none, which the evaluation tells. */
    private int trueClass(int row) {
        double truth = picker.values()[row];
        return truth == (int) truth && truth >= 0 && truth < fields.layout().predictionWidth() ? (int) truth : -1;
    }

    private static boolean before(Refusal a, Refusal b) {
        return a.line() < b.line() || a.line() == b.line() && a.position() < b.position();
    }

    private void sameLength() {
        JsonColumn first = null;
        for (Field field : fields.all()) {
            JsonColumn column = columns.get(field.name());
            if (first == null) {
                first = column;
                rows = column.rows();
            } else if (column.rows() != rows) {
                throw new Refusal(
                        Refusal.Code.SHAPE,
                        "'" + first.name() + "' has " + rows + " rows but '" + column.name() + "' has "
                                + column.rows());
            }
        }
    }

    Fields fields() {
        return fields;
    }

    int rows() {
        return rows;
    }

    /** Puts rows into a block; {@code origin} gets the number of each row that is kept. */
    void fill(Block block, int from, int to, int[] origin) {
        int kept = 0;
        for (int row = from; row < to; row++) {
            boolean left = false;
            for (Field field : fields.all()) {
                left |= field.kind() != Field.Kind.TEXT
                        && !isPicked(field)
                        && columns.get(field.name()).leavesOut(row);
            }
            left = left || omitsPicked(row);
            if (left && !aligned) {
                block.skip(1);
                continue;
            }
            put(block, row, kept);
            if (left) {
                fields.leaveGap(block, kept);
            }
            origin[kept++] = row;
        }
        block.rows(kept);
    }

    /** Whether the prediction of a row's true class is missing. */
    private boolean omitsPicked(int row) {
        int index = picker == null ? -1 : trueClass(row);
        if (index < 0) {
            return false;
        }
        Field field = fields.holder(Role.PREDICTION, index);
        return columns.get(field.name()).omits(row, index - field.offset());
    }

    private void put(Block block, int row, int target) {
        for (Field field : fields.all()) {
            JsonColumn column = columns.get(field.name());
            if (field.kind() == Field.Kind.TEXT) {
                block.texts(field.target())[target] = column.text(row);
            } else {
                System.arraycopy(
                        column.values(),
                        row * field.width(),
                        field.array(block),
                        field.at(block, target),
                        field.width());
            }
        }
    }
}
