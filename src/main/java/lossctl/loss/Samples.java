package lossctl.loss;

/**
 * All samples of a group, row by row in flat arrays.
 *
 * @param count the number of samples
 * @param truth {@code count x truthWidth} values
 * @param truthWidth values a truth has; 0 where there is none
 * @param vectors the predictions first, then the further inputs: {@code count x widths[i]} values each
 * @param widths values that each vector has
 * @param weights a weight a sample, or null
 */
public record Samples(int count, double[] truth, int truthWidth, double[][] vectors, int[] widths, double[] weights) {

    /** The predictions, row by row. */
    public double[] prediction() {
        return vectors[0];
    }

    /** Predictions a sample has. */
    public int outputs() {
        return widths[0];
    }

    /** The weight of sample {@code i}; 1 where there are no weights. */
    public double weight(int i) {
        return weights == null ? 1 : weights[i];
    }
}
