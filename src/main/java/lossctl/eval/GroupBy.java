package lossctl.eval;

import java.util.List;
import lossctl.data.Layout;

/**
 * By which columns samples are grouped.
 *
 * @param columns columns that are carried along as texts
 * @param edges for each of them the edges of its bins, ascending, one more than there are bins; null where each text is a
 *     group of its own
 */
public record GroupBy(List<String> columns, List<double[]> edges) {

    /** Each text of these columns, and each combination, is a group. */
    public static GroupBy texts(List<String> columns) {
        return new GroupBy(columns, java.util.Collections.nCopies(columns.size(), null));
    }

    /** Where the columns stand among the texts of a layout: by name, or, said by number, as the last of the texts. */
    int[] places(Layout layout) {
        int[] places = new int[columns.size()];
        for (int i = 0; i < places.length; i++) {
            int named = layout.texts().indexOf(columns.get(i));
            places[i] = named >= 0 ? named : layout.texts().size() - places.length + i;
        }
        return places;
    }
}
