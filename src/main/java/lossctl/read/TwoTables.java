package lossctl.read;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.BlockSource;
import lossctl.data.Columns;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.read.npy.NpyTable;

/** Two dumps as one dataset: truths here and predictions there, or all of it here and further columns there. */
final class TwoTables implements Dataset {
    private final Bytes left;
    private final Bytes right;
    private final String key;
    private final boolean truthsAlone;
    private final ReadOptions options;

    /**
     * Two dumps.
     *
     * @param key the column that joins them; null for row by row
     * @param truthsAlone whether the left one has the truths and the right one the predictions
     */
    TwoTables(Bytes left, Bytes right, String key, boolean truthsAlone, ReadOptions options) {
        this.left = left;
        this.right = right;
        this.key = key;
        this.truthsAlone = truthsAlone;
        this.options = options;
    }

    @Override
    public String name() {
        return truthsAlone ? right.name() : left.name();
    }

    @Override
    public boolean isRepeatable() {
        return left.isRepeatable() && right.isRepeatable();
    }

    @Override
    public BlockSource open() {
        List<AutoCloseable> opened = new ArrayList<>();
        boolean done = false;
        try {
            ReadOptions keyed =
                    key == null ? options : options.with(options.columns().keeping(key));
            Table leftTable = Dump.table(left, keyed);
            opened.add(leftTable);
            Table rightTable = Dump.table(right, keyed);
            opened.add(rightTable);
            BlockSource arrays = key == null && truthsAlone ? NpyTable.pair(leftTable, rightTable, options) : null;
            if (arrays != null) {
                done = true;
                return arrays;
            }
            ColumnSplit split = new ColumnSplit(options.columns(), leftTable, rightTable, key, truthsAlone);
            BlockSource rightRows = rightTable.rows(split.right(), true);
            opened.add(rightRows);
            Columns leftColumns = split.left(rightRows.layout().predictionNames());
            BlockSource leftRows = leftTable.rows(leftColumns, true);
            opened.add(leftRows);
            Merge merge = new Merge(
                    leftRows.layout(), rightRows.layout(), options.columns().inputs(), key != null, split.idSide());
            BlockSource source = join(merge, leftRows, rightRows);
            done = true;
            return source;
        } finally {
            for (int i = opened.size() - 1; i >= 0 && !done; i--) {
                close(opened.get(i));
            }
        }
    }

    private BlockSource join(Merge merge, BlockSource leftRows, BlockSource rightRows) {
        RowCursor lefts = new RowCursor(left.name(), leftRows);
        RowCursor rights = new RowCursor(right.name(), rightRows);
        if (key == null) {
            return new RowPairs(merge, lefts, rights);
        }
        KeyIndex index = new KeyIndex(rights);
        rights.close();
        return new KeyJoin(merge, lefts, index, truthsAlone);
    }

    private static void close(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception e) {
            throw new Refusal(Refusal.Code.IO, "cannot be closed: " + e.getMessage());
        }
    }
}
