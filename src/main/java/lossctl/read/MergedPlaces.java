package lossctl.read;

import lossctl.data.Block;
import lossctl.data.Places;
import lossctl.data.Refusal;

/** Finds the place of a value in that of two tables it came from. */
final class MergedPlaces implements Places {
    private final Merge merge;
    private final Block[][] blocks;
    private final int[][] rows;

    /** Places for at most this many rows. */
    MergedPlaces(Merge merge, int capacity) {
        this.merge = merge;
        blocks = new Block[2][capacity];
        rows = new int[2][capacity];
    }

    /** Says where row {@code row} comes from; its blocks must not be filled again. */
    void set(int row, Block left, int leftRow, Block right, int rightRow) {
        blocks[0][row] = left;
        blocks[1][row] = right;
        rows[0][row] = leftRow;
        rows[1][row] = rightRow;
    }

    @Override
    public Refusal mark(Refusal refusal, int row, Role role, int index) {
        int side = merge.side(role, index);
        return blocks[side][row].places().mark(refusal, rows[side][row], role, merge.index(role, index));
    }

    @Override
    public String name(int row, Role role, int index) {
        int side = merge.side(role, index);
        return blocks[side][row].places().name(rows[side][row], role, merge.index(role, index));
    }

    @Override
    public String describe(int row) {
        return blocks[0][row].places().describe(rows[0][row]);
    }
}
