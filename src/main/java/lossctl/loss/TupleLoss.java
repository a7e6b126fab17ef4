package lossctl.loss;

/**
 * A loss of one sample that is described by several vectors: a prediction with its variance, two embeddings with a
 * sign, an anchor with a positive and a negative.
 */
public non-sealed interface TupleLoss extends Loss {

    /**
     * The loss of one sample.
     *
     * @param truth the sample's truth; empty where {@link #truth()} is {@link Domain#none()}
     * @param vectors the prediction first, then {@link #inputs()} in their order; only read
     */
    double value(double[] truth, double[][] vectors);

    /** The derivative by every entry of every vector, written into {@code gradients}, shaped as {@code vectors}. */
    void gradient(double[] truth, double[][] vectors, double[][] gradients);

    /** The diagonal of the Hessian by the prediction; all NaN where the loss has none in closed form. */
    default void hessian(double[] truth, double[][] vectors, double[] diagonal) {
        java.util.Arrays.fill(diagonal, Double.NaN);
    }
}
