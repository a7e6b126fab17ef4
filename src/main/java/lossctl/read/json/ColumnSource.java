package lossctl.read.json;

import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Layout;

/** The rows of arrays in memory, some at a time. */
final class ColumnSource implements BlockSource {
    private static final int ROWS = 4096;

    private final JsonDocument document;
    private final ColumnTable table;
    private final DocumentPlaces.Form form;
    private int taken;

    ColumnSource(JsonDocument document, ColumnTable table, DocumentPlaces.Form form) {
        this.document = document;
        this.table = table;
        this.form = form;
    }

    @Override
    public Layout layout() {
        return table.fields().layout();
    }

    @Override
    public boolean next(Block block) {
        int from;
        int to;
        synchronized (this) {
            from = taken;
            to = Math.min(table.rows(), from + ROWS);
            taken = to;
        }
        block.clear(to - from);
        if (from == to) {
            return false;
        }
        block.ordinal(from / ROWS);
        int[] origin = new int[to - from];
        table.fill(block, from, to, origin);
        block.places(new DocumentPlaces(document, form, table.fields(), origin, 0));
        return true;
    }

    @Override
    public void close() {
        // Everything was read and closed when it was opened.
    }
}
