package lossctl.eval;

import lossctl.data.Block;

/** Rounds the numbers of a block to float32; the arithmetic that follows stays in double precision. */
final class Float32 {
    private Float32() {}

    static void round(Block block) {
        int rows = block.rows();
        round(block.truth(), rows * block.layout().truthWidth());
        int[] widths = block.layout().vectorWidths();
        for (int v = 0; v < widths.length; v++) {
            round(block.vector(v), rows * widths[v]);
        }
        if (block.weights() != null) {
            round(block.weights(), rows);
        }
    }

    static void round(double[] values, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = (float) values[i];
        }
    }
}
