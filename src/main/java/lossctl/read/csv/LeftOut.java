package lossctl.read.csv;

import java.util.Arrays;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.read.Gap;

/**
 * Takes the rows out of a block that a policy leaves out.
 *
 * @param rows which
 * @param count how many rows the block has
 */
record LeftOut(boolean[] rows, int count) {

    /** Closes the ranks and counts what was left out; or marks it where rows must keep their places. */
    void apply(CsvChunk chunk, Block block, boolean aligned) {
        Layout layout = block.layout();
        int[] widths = layout.vectorWidths();
        if (aligned) {
            mark(block.truth(), layout.truthWidth());
            for (int i = 0; i < widths.length; i++) {
                mark(block.vector(i), widths[i]);
            }
            if (layout.weighted()) {
                mark(block.weights(), 1);
            }
            return;
        }
        int left = 0;
        int[] origin = new int[count];
        for (int r = 0; r < count; r++) {
            if (!rows[r]) {
                origin[left++] = r;
            }
        }
        close(block.truth(), layout.truthWidth(), origin, left);
        for (int i = 0; i < widths.length; i++) {
            close(block.vector(i), widths[i], origin, left);
        }
        if (layout.weighted()) {
            close(block.weights(), 1, origin, left);
        }
        for (int i = 0; i < layout.texts().size(); i++) {
            String[] texts = block.texts(i);
            for (int r = 0; r < left; r++) {
                texts[r] = texts[origin[r]];
            }
        }
        chunk.origin(origin);
        block.rows(left);
        block.skip(count - left);
    }

    private static void close(double[] values, int width, int[] origin, int left) {
        for (int r = 0; r < left; r++) {
            System.arraycopy(values, origin[r] * width, values, r * width, width);
        }
    }

    private void mark(double[] values, int width) {
        for (int r = 0; r < count; r++) {
            if (rows[r]) {
                Arrays.fill(values, r * width, (r + 1) * width, Gap.VALUE);
            }
        }
    }
}
