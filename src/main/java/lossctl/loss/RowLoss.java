package lossctl.loss;

/**
 * A loss of one row: {@code k} predictions against a distribution, {@code k} flags or {@code k} numbers.
 *
 * @see ClassLoss the losses whose truth is one class of {@code k}
 */
public non-sealed interface RowLoss extends Loss {

    /**
     * The loss of one row.
     *
     * @param truth the row's truth, as wide as {@link #truth()} says: {@code k} values, or 1 (a class index)
     * @param prediction the row's {@code k} predictions; both arrays are the caller's and are only read
     */
    double value(double[] truth, double[] prediction);

    /**
     * The derivative by each of the {@code k} predictions, written into {@code gradient}; NaN for a metric without one.
     */
    void gradient(double[] truth, double[] prediction, double[] gradient);

    /** How many predictions a row has at least: 2 where their order is all that counts, which one alone does not have. */
    default int leastOutputs() {
        return 1;
    }

    /**
     * The loss of each output of a row that only sums these up: they stay apart where nothing is reduced. Null for a loss
     * of the row as a whole.
     */
    default PointwiseLoss element() {
        return null;
    }

    /** The diagonal of the Hessian; all NaN where the loss has none in closed form. */
    default void hessian(double[] truth, double[] prediction, double[] diagonal) {
        java.util.Arrays.fill(diagonal, Double.NaN);
    }
}
