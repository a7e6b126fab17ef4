package lossctl.read;

import java.util.BitSet;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Layout;
import lossctl.data.Refusal;

/** The rows of a table, each with the row of another that has the same key. The other is held in memory. */
final class KeyJoin implements BlockSource {
    private static final int BLOCK = 4096;

    private final Merge merge;
    private final RowCursor left;
    private final KeyIndex right;
    private final boolean oneToOne;
    private final BitSet used = new BitSet();
    private long alone;
    private String firstAlone;
    private long again;
    private String firstAgain;
    private long ordinal;

    /**
     * Joins two tables.
     *
     * @param oneToOne whether each row of the other must be used, and once; else it may be used any number of times
     */
    KeyJoin(Merge merge, RowCursor left, KeyIndex right, boolean oneToOne) {
        this.merge = merge;
        this.left = left;
        this.right = right;
        this.oneToOne = oneToOne;
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
            if (!left.next()) {
                requirePartners();
                break;
            }
            int number = find();
            if (number < 0) {
                continue;
            }
            places.set(rows, left.block(), left.row(), right.block(number), right.row(number));
            if (merge.write(left.block(), left.row(), right.block(number), right.row(number), block, rows)) {
                block.rows(++rows);
            } else {
                block.skip(1);
            }
        }
        return rows > 0 || block.skipped() > 0;
    }

    /** The other table's row with this row's key; -1 where there is none, which is counted. */
    private int find() {
        int number = right.find(left.key());
        if (number < 0) {
            firstAlone = alone++ == 0 ? KeyIndex.first(left.key(), left.block(), left.row()) : firstAlone;
        } else if (oneToOne && used.get(number)) {
            firstAgain = again++ == 0 ? KeyIndex.first(left.key(), left.block(), left.row()) : firstAgain;
            return -1;
        } else {
            used.set(number);
        }
        return number;
    }

    private void requirePartners() {
        if (again > 0) {
            throw KeyIndex.twice(again, firstAgain, left.name());
        }
        if (alone > 0) {
            throw alone(alone, firstAlone, left.name(), right.name());
        }
        int unused = right.size() - used.cardinality();
        if (oneToOne && unused > 0) {
            throw alone(unused, right.first(used.nextClearBit(0)), right.name(), left.name());
        }
    }

    private static Refusal alone(long count, String first, String in, String notIn) {
        return new Refusal(
                Refusal.Code.KEY,
                count + (count == 1 ? " key of " : " keys of ") + in + (count == 1 ? " is" : " are") + " not in "
                        + notIn + (count == 1 ? ": " : ", first ") + first);
    }

    @Override
    public void close() {
        left.close();
    }
}
