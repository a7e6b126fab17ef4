package lossctl.read;

import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Layout;
import lossctl.data.Refusal;

/** The rows of two tables side by side, the first with the first and so on. */
final class RowPairs implements BlockSource {
    private static final int BLOCK = 4096;

    private final Merge merge;
    private final RowCursor left;
    private final RowCursor right;
    private long ordinal;

    RowPairs(Merge merge, RowCursor left, RowCursor right) {
        this.merge = merge;
        this.left = left;
        this.right = right;
    }

    @Override
    public Layout layout() {
        return merge.layout();
    }

    @Override
    public synchronized boolean next(Block block) {
        block.clear(BLOCK);
        block.ordinal(ordinal++);
        MergedPlaces places = new MergedPlaces(merge, BLOCK);
        block.places(places);
        int rows = 0;
        while (rows < BLOCK) {
            boolean more = left.next();
            if (more != right.next()) {
                throw lengths(more);
            }
            if (!more) {
                break;
            }
            places.set(rows, left.block(), left.row(), right.block(), right.row());
            if (merge.write(left.block(), left.row(), right.block(), right.row(), block, rows)) {
                block.rows(++rows);
            } else {
                block.skip(1);
            }
        }
        return rows > 0 || block.skipped() > 0;
    }

    /** One of the two has more rows: {@code leftIsLonger} says which. */
    private Refusal lengths(boolean leftIsLonger) {
        RowCursor longer = leftIsLonger ? left : right;
        long shorter = leftIsLonger ? right.count() : left.count();
        while (longer.next()) {
            // Both counts are to be told.
        }
        long leftCount = leftIsLonger ? longer.count() : shorter;
        long rightCount = leftIsLonger ? shorter : longer.count();
        return new Refusal(
                Refusal.Code.SHAPE,
                left.name() + " has " + count(leftCount) + " but " + right.name() + " has " + count(rightCount));
    }

    private static String count(long rows) {
        return rows + (rows == 1 ? " row" : " rows");
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
