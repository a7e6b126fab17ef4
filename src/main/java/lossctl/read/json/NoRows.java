package lossctl.read.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Columns;
import lossctl.data.Layout;

/** The rows of an array without records: none. Where there is no record, no field can be missing: each is as it is asked for. */
record NoRows(Layout layout) implements BlockSource {

    /** What rows would hold whose fields have a value each. */
    static NoRows of(Columns columns) {
        List<String> texts = new ArrayList<>();
        if (columns.id() != null) {
            texts.add(columns.id());
        }
        texts.addAll(columns.keep());
        int[] widths = new int[columns.inputs().size()];
        Arrays.fill(widths, 1);
        return new NoRows(new Layout(
                columns.noTruth() ? 0 : 1,
                columns.noPrediction() ? 0 : 1,
                columns.inputs(),
                widths,
                columns.weight() != null,
                texts,
                columns.noTruth() ? List.of() : List.of("y_true"),
                columns.noPrediction() ? List.of() : List.of("y_pred")));
    }

    @Override
    public boolean next(Block block) {
        block.clear(0);
        return false;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
