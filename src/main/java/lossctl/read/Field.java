package lossctl.read;

import lossctl.data.Block;
import lossctl.data.Layout;

/**
 * Where the values of a field go: a part of a record in JSON, an array in a NumPy file, one value or several in a row.
 *
 * @param name its name
 * @param kind what it holds
 * @param target which vector, or which text column
 * @param offset its first value among those of its target
 * @param width how many values it has
 */
public record Field(String name, Kind kind, int target, int offset, int width) {
    /** What a field holds. */
    public enum Kind {
        /** Values of the truth. */
        TRUTH,
        /** Values of the prediction, or of a further input. */
        VECTOR,
        /** The weight. */
        WEIGHT,
        /** A text that is carried along. */
        TEXT
    }

    /** The array of the block that its values go to. */
    public double[] array(Block block) {
        return kind == Kind.TRUTH ? block.truth() : kind == Kind.VECTOR ? block.vector(target) : block.weights();
    }

    /** Where its first value of a row stands in {@link #array}. */
    public int at(Block block, int row) {
        return row * stride(block) + offset;
    }

    /** How far apart its values of two rows are in {@link #array}. */
    public int stride(Block block) {
        if (kind == Kind.WEIGHT) {
            return 1;
        }
        Layout layout = block.layout();
        return kind == Kind.TRUTH
                ? layout.truthWidth()
                : target == 0 ? layout.predictionWidth() : layout.inputWidths()[target - 1];
    }
}
