package lossctl.read;

import java.util.List;
import lossctl.data.Columns;

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
        return new RoleFinder(names, columns, noun).roles();
    }
}
