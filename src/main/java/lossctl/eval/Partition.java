package lossctl.eval;

import java.util.Arrays;

/** The rows of a block sorted by their groups, within a group in the block's order. Reused from block to block. */
final class Partition {
    private int[] order = {};
    private int[] groups = {};
    private int[] ends = {};
    /** For each group its place among those of this block plus one; 0 between calls. */
    private int[] placeOf = {};

    private int count;

    /** Sorts rows of which each has the number of its group, below {@code known}. */
    void sort(int[] groupOf, int rows, int known) {
        if (order.length < rows) {
            order = new int[rows];
            groups = new int[rows];
            ends = new int[rows + 1];
        }
        if (placeOf.length < known) {
            placeOf = new int[2 * known];
        }
        count = 0;
        for (int r = 0; r < rows; r++) {
            int group = groupOf[r];
            int place = placeOf[group];
            if (place == 0) {
                groups[count] = group;
                ends[count] = 0;
                placeOf[group] = place = ++count;
            }
            ends[place - 1]++;
        }
        int start = 0;
        for (int i = 0; i < count; i++) {
            int size = ends[i];
            ends[i] = start;
            start += size;
        }
        for (int r = 0; r < rows; r++) {
            order[ends[placeOf[groupOf[r]] - 1]++] = r;
        }
        for (int i = 0; i < count; i++) {
            placeOf[groups[i]] = 0;
        }
    }

    /** How many groups the block has. */
    int count() {
        return count;
    }

    /** The number of the {@code i}-th of them. */
    int group(int i) {
        return groups[i];
    }

    /** Where its rows begin in {@link #order}. */
    int from(int i) {
        return i == 0 ? 0 : ends[i - 1];
    }

    /** Where its rows end in {@link #order}. */
    int to(int i) {
        return ends[i];
    }

    /** The rows of the block, those of a group one after the other. */
    int[] order() {
        return order;
    }

    /** An array of at least {@code length}, with the old content. */
    static <T> T[] grown(T[] array, int length) {
        return array.length >= length ? array : Arrays.copyOf(array, Math.max(length, 2 * array.length));
    }
}
