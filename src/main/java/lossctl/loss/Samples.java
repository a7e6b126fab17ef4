package lossctl.loss;

import java.util.Arrays;

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

    /** The truth of sample {@code i}. */
    public double[] truth(int i) {
        return Arrays.copyOfRange(truth, i * truthWidth, (i + 1) * truthWidth);
    }

    /** Sample {@code i}'s own of one of the {@link #vectors}. */
    public double[] vector(int which, int i) {
        return Arrays.copyOfRange(vectors[which], i * widths[which], (i + 1) * widths[which]);
    }

    /** Sample {@code i} alone. */
    public Samples only(int i) {
        double[][] own = new double[vectors.length][];
        for (int v = 0; v < own.length; v++) {
            own[v] = vector(v, i);
        }
        return new Samples(1, truth(i), truthWidth, own, widths, weights == null ? null : new double[] {weights[i]});
    }

    /** The weight of sample {@code i}; 1 where there are no weights. */
    public double weight(int i) {
        return weights == null ? 1 : weights[i];
    }
}
