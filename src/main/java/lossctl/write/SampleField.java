package lossctl.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lossctl.data.Layout;
import lossctl.eval.Detail;
import lossctl.eval.SampleRows;

/**
 * What per-sample output says of each sample under one name: a text, a number, or several numbers.
 *
 * @param source whose values
 * @param name the column's name; of several columns, followed by {@code _0}, {@code _1} ...
 * @param width how many values
 * @param text which of the text columns, for a text
 * @param whole whether the values are class indices, written without a fraction
 */
record SampleField(Source source, String name, int width, int text, boolean whole) {

    enum Source {
        TEXT,
        TRUTH,
        PREDICTION,
        LOSS,
        GRADIENT,
        HESSIAN,
        SHARE,
        INFLUENCE
    }

    /** The fields in their order: id, truth, prediction, what was computed, further texts. */
    static List<SampleField> of(Layout layout, boolean hasId, boolean labels, Detail detail, int losses) {
        List<SampleField> numbers = new ArrayList<>();
        int outputs = layout.predictionWidth();
        add(numbers, Source.TRUTH, "y_true", layout.truthWidth(), labels && layout.truthWidth() == 1);
        add(numbers, Source.PREDICTION, "y_pred", outputs, labels && outputs == 1);
        add(numbers, Source.LOSS, "loss", losses, false);
        add(numbers, Source.GRADIENT, "gradient", detail.gradient() ? outputs : 0, false);
        add(numbers, Source.HESSIAN, "hessian", detail.hessian() ? outputs : 0, false);
        add(numbers, Source.SHARE, "share", detail.share() ? 1 : 0, false);
        add(numbers, Source.INFLUENCE, "influence", detail.influence() ? 1 : 0, false);
        Set<String> taken = new HashSet<>();
        for (SampleField field : numbers) {
            for (int i = 0; i < field.width; i++) {
                taken.add(field.column(i));
            }
            taken.add(field.name);
        }
        List<SampleField> fields = new ArrayList<>();
        // A column that is carried along gives way to one of ours with the same name: loss_2.
        for (int i = 0; i < layout.texts().size(); i++) {
            fields.add(new SampleField(Source.TEXT, Column.unique(layout.texts().get(i), taken), 1, i, false));
        }
        fields.addAll(hasId ? 1 : 0, numbers);
        return fields;
    }

    private static void add(List<SampleField> fields, Source source, String name, int width, boolean whole) {
        if (width > 0) {
            fields.add(new SampleField(source, name, width, 0, whole));
        }
    }

    /** The name of one of its columns. */
    String column(int i) {
        return width == 1 ? name : name + "_" + i;
    }

    boolean isText() {
        return source == Source.TEXT;
    }

    /** The text of a row. */
    String text(SampleRows rows, int row) {
        return rows.texts()[text][row];
    }

    /** The numbers of all rows, {@link #width} a row; null for a text. */
    double[] values(SampleRows rows) {
        return switch (source) {
            case TEXT -> null;
            case TRUTH -> rows.truth();
            case PREDICTION -> rows.prediction();
            case LOSS -> rows.loss();
            case GRADIENT -> rows.gradient();
            case HESSIAN -> rows.hessian();
            case SHARE -> rows.share();
            case INFLUENCE -> rows.influence();
        };
    }

    /** Whether the sample has no such value: a share of nothing, an influence where the others have no loss. */
    boolean isAbsent(double x) {
        return (source == Source.SHARE || source == Source.INFLUENCE) && x != x;
    }

    /** Whether a value is written as a whole number. */
    boolean isWhole(double x) {
        return whole && x == Math.rint(x) && Math.abs(x) < 1L << 53;
    }
}
