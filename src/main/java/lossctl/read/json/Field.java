package lossctl.read.json;

import lossctl.data.Block;

/**
 * Where the values of a field go.
 *
 * @param name the field's name
 * @param kind what it holds
 * @param target which vector, or which text column
 * @param offset its first value among those of its target
 * @param width how many values it has
 */
record Field(String name, Kind kind, int target, int offset, int width) {
    enum Kind {
        TRUTH,
        VECTOR,
        WEIGHT,
        TEXT
    }

    /** The array of the block that its values go to. */
    double[] array(Block block) {
        return kind == Kind.TRUTH ? block.truth() : kind == Kind.VECTOR ? block.vector(target) : block.weights();
    }

    /** Where its first value of a row stands in {@link #array}. */
    int at(Block block, int row) {
        int stride = kind == Kind.TRUTH
                ? block.layout().truthWidth()
                : kind == Kind.WEIGHT
                        ? 1
                        : target == 0
                                ? block.layout().predictionWidth()
                                : block.layout().inputWidths()[target - 1];
        return row * stride + offset;
    }
}
