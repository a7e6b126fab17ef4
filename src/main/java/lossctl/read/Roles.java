package lossctl.read;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Columns;
import lossctl.data.Layout;

/**
 * Which columns of a table play which role, by index from 0: what {@link Columns} says, found among the names that are
 * there. The same for CSV headers and JSON fields.
 *
 * @param truth the truth's columns; none where the losses take no truth
 * @param prediction the prediction's columns
 * @param weight the weight's column, or -1
 * @param id the id's column, or -1
 * @param inputs the columns of each further input
 * @param keep the columns carried along as text
 * @param labels class labels in index order; null where there are none
 */
public record Roles(
        int[] truth,
        int[] prediction,
        int weight,
        int id,
        List<int[]> inputs,
        List<Integer> keep,
        List<String> labels) {

    /**
     * Finds the columns.
     *
     * @param names the table's columns
     * @param columns what is asked for
     * @param noun what messages call a column: {@code column} or {@code field}
     * @throws lossctl.data.Refusal without a file, where a column is not there, is there twice, or is not to be told
     */
    public static Roles of(List<String> names, Columns columns, String noun) {
        return new RoleFinder(names, columns, noun, true).roles();
    }

    /**
     * Finds the columns of a table without names: unless said otherwise the truth is the first, the prediction all others
     * that have no role.
     *
     * @param numbers what messages call the columns: {@code 1, 2, ...}
     * @throws lossctl.data.Refusal without a file, where a column is not there
     */
    public static Roles numbered(List<String> numbers, Columns columns) {
        return new RoleFinder(numbers, columns, "column", false).roles();
    }

    /** What rows of a table hold where every column holds one value. */
    public Layout layout(List<String> names, Columns columns) {
        int[] widths = new int[inputs.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = inputs.get(i).length;
        }
        List<String> texts = new ArrayList<>();
        for (int column : texts()) {
            texts.add(names.get(column));
        }
        return new Layout(
                truth.length,
                prediction.length,
                List.copyOf(columns.inputs()),
                widths,
                weight >= 0,
                texts,
                select(names, truth),
                select(names, prediction));
    }

    private static List<String> select(List<String> names, int[] columns) {
        List<String> selected = new ArrayList<>(columns.length);
        for (int column : columns) {
            selected.add(names.get(column));
        }
        return selected;
    }

    /** Whether a column holds truths. */
    public boolean isTruth(int column) {
        return UsualColumns.contains(truth, column);
    }

    /** Whether a column is the only one of the prediction. */
    public boolean isOnlyPrediction(int column) {
        return prediction.length == 1 && prediction[0] == column;
    }

    /** The columns of text: the id where there is one, then those that are kept. */
    public int[] texts() {
        List<Integer> texts = new ArrayList<>();
        if (id >= 0) {
            texts.add(id);
        }
        texts.addAll(keep);
        return ColumnNames.array(texts);
    }
}
