package lossctl.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.Columns;
import lossctl.data.Layout;
import lossctl.data.Places.Role;
import lossctl.data.Refusal;

/** The fields that are read, where each holds one value or several, and the rows they make. Immutable. */
public final class Fields {
    private final List<String> names;
    private final int[] widths;
    private final String noun;
    private final List<Field> all = new ArrayList<>();
    private final Layout layout;
    private final Labels labels;
    private final boolean named;
    private final boolean classes;
    private final int predictionWidth;

    /**
     * Finds the fields.
     *
     * @param names of all fields
     * @param widths how many values each has in a row
     * @param noun what messages call them: {@code field}, {@code array}
     * @throws lossctl.data.Refusal without a file, where a field is not there
     */
    public Fields(List<String> names, int[] widths, Columns columns, String noun) {
        this.names = names;
        this.noun = noun;
        this.widths = widths;
        named = columns.mayName();
        classes = columns.classTruth();
        Roles roles = Roles.of(names, columns, noun);
        labels = columns.classTruth() && roles.labels() != null ? new Labels(roles.labels()) : null;
        int truthWidth = add(Field.Kind.TRUTH, 0, roles.truth());
        predictionWidth = add(Field.Kind.VECTOR, 0, roles.prediction());
        int[] inputWidths = new int[roles.inputs().size()];
        for (int i = 0; i < inputWidths.length; i++) {
            inputWidths[i] = add(Field.Kind.VECTOR, i + 1, roles.inputs().get(i));
        }
        if (roles.weight() >= 0) {
            refuseSeveralWeights(roles.weight());
            add(Field.Kind.WEIGHT, 0, new int[] {roles.weight()});
        }
        List<String> texts = new ArrayList<>();
        if (roles.id() >= 0) {
            text(roles.id(), texts);
        }
        for (int column : roles.keep()) {
            text(column, texts);
        }
        layout = new Layout(
                truthWidth,
                predictionWidth,
                columns.inputs(),
                inputWidths,
                roles.weight() >= 0,
                texts,
                names(roles.truth()),
                names(roles.prediction()));
    }

    private void refuseSeveralWeights(int column) {
        if (widths[column] != 1) {
            throw new Refusal(
                            Refusal.Code.SHAPE,
                            noun + " '" + names.get(column) + "' has " + widths[column]
                                    + " values a row, and a sample has one weight")
                    .hint("--weight-col NAME of one with a number a row");
        }
    }

    private int add(Field.Kind kind, int target, int[] columns) {
        int offset = 0;
        for (int column : columns) {
            all.add(new Field(names.get(column), kind, target, offset, widths[column]));
            offset += widths[column];
        }
        return offset;
    }

    private void text(int column, List<String> texts) {
        all.add(new Field(names.get(column), Field.Kind.TEXT, texts.size(), 0, 1));
        texts.add(names.get(column));
    }

    private List<String> names(int[] columns) {
        List<String> found = new ArrayList<>();
        for (int column : columns) {
            found.add(names.get(column));
        }
        return found;
    }

    /** All uses of fields; a field with two uses is there twice. */
    public List<Field> all() {
        return all;
    }

    /** What the rows hold. */
    public Layout layout() {
        return layout;
    }

    /** Marks a row that is left out but keeps its place. */
    public void leaveGap(Block block, int row) {
        for (Field field : all) {
            if (field.kind() != Field.Kind.TEXT) {
                int at = field.at(block, row);
                Arrays.fill(field.array(block), at, at + field.width(), Gap.VALUE);
            }
        }
    }

    /** Whether of a row's predictions that of its true class alone may be read: where there are several, and one index. */
    public boolean mayPick() {
        return classes && layout.truthWidth() == 1 && predictionWidth > 1;
    }

    /** Whether a field holds values of the prediction. */
    public boolean isPrediction(Field field) {
        return field.kind() == Field.Kind.VECTOR && field.target() == 0;
    }

    /** The labels among which this field's values are looked up; null for numbers. */
    public Labels labels(Field field) {
        if (field.kind() == Field.Kind.TRUTH) {
            return labels;
        }
        return isPrediction(field) && labels != null ? labels.ofPrediction(predictionWidth) : null;
    }

    /** The labels among which a text of this field is looked up: none known where classes are told by index alone. */
    public Labels words(Field field) {
        Labels known = labels(field);
        return known == null && classes && field.kind() == Field.Kind.TRUTH ? Labels.of(null) : known;
    }

    /** Whether a text of this field may be a class by its name. */
    public boolean mayName(Field field) {
        boolean prediction = isPrediction(field) && predictionWidth == 1;
        return field.kind() == Field.Kind.TRUTH ? named : prediction && classes;
    }

    /** The refusal of a value of this field, hinting at names of classes where it may be one. */
    public Refusal hinted(Field field, Refusal refusal) {
        return mayName(field) ? Labels.hinting(refusal) : refusal;
    }

    /** The field that holds one of a role's values. */
    public Field holder(Role role, int index) {
        int inputs = Math.max(1, layout.inputs().size());
        int target = role == Role.INPUT ? 1 + index % inputs : 0;
        for (Field field : all) {
            boolean same = role == Role.TRUTH
                    ? field.kind() == Field.Kind.TRUTH
                    : role == Role.WEIGHT
                            ? field.kind() == Field.Kind.WEIGHT
                            : field.kind() == Field.Kind.VECTOR && field.target() == target;
            int within = inner(role, index) - field.offset();
            if (same && within >= 0 && within < field.width()) {
                return field;
            }
        }
        throw new IndexOutOfBoundsException("no value " + index + " of " + role);
    }

    /** What a value is called: {@code field 'y_pred'}, {@code field 'y_pred', value 3}. */
    public String name(Role role, int index) {
        Field field = holder(role, index);
        String name = noun + " '" + field.name() + "'";
        return field.width() == 1 ? name : name + ", value " + (inner(role, index) - field.offset() + 1);
    }

    /** Which of the values of a role's vector is meant. */
    public int inner(Role role, int index) {
        return role == Role.INPUT ? index / Math.max(1, layout.inputs().size()) : index;
    }
}
