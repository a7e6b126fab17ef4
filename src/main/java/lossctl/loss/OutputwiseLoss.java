package lossctl.loss;

import java.util.Arrays;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/**
 * A tuple loss that sees one output at a time: its truth, its prediction, and one number of each further input. A sample
 * of several outputs has the mean over them; an input of one value is shared by all outputs of its sample.
 */
public interface OutputwiseLoss extends TupleLoss {

    /**
     * The loss of one output.
     *
     * @param at the prediction first, then a number of each of {@link #inputs()}; only read
     */
    double value(double truth, double[] at);

    /** The derivative by the prediction and by each input, written into {@code slopes}, shaped as {@code at}. */
    void slopes(double truth, double[] at, double[] slopes);

    /** The second derivative by the prediction; NaN where the loss has none in closed form. */
    default double curvature(double truth, double[] at) {
        return Double.NaN;
    }

    @Override
    default Domain truth() {
        return Domain.row(Interval.REAL);
    }

    @Override
    default Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    default boolean isOverRows() {
        return false;
    }

    @Override
    default double value(double[] truth, double[][] vectors) {
        double[] at = new double[vectors.length];
        return CompensatedSum.mean(truth.length, i -> value(truth[i], pick(vectors, i, at)));
    }

    @Override
    default void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        double[] at = new double[vectors.length];
        double[] slopes = new double[vectors.length];
        for (double[] gradient : gradients) {
            Arrays.fill(gradient, 0);
        }
        for (int i = 0; i < truth.length; i++) {
            slopes(truth[i], pick(vectors, i, at), slopes);
            for (int v = 0; v < slopes.length; v++) {
                gradients[v][i % gradients[v].length] += slopes[v] / truth.length;
            }
        }
    }

    @Override
    default void hessian(double[] truth, double[][] vectors, double[] diagonal) {
        double[] at = new double[vectors.length];
        for (int i = 0; i < truth.length; i++) {
            diagonal[i] = curvature(truth[i], pick(vectors, i, at)) / truth.length;
        }
    }

    private static double[] pick(double[][] vectors, int i, double[] at) {
        for (int v = 0; v < at.length; v++) {
            at[v] = vectors[v][i % vectors[v].length];
        }
        return at;
    }
}
