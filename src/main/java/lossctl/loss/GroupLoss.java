package lossctl.loss;

/** A loss that needs all samples together: medians, Cox, listwise ranking, contrastive batches. */
public non-sealed interface GroupLoss extends Loss {

    /**
     * The loss of the whole group.
     *
     * @throws UndefinedLoss where these samples leave it without a value
     */
    double value(Samples samples);

    /**
     * The derivative by every entry of every vector: {@code gradients[0]} by the predictions, then by
     * {@link #inputs()}, row by row as in {@link Samples}; NaN for a metric without one.
     */
    void gradient(Samples samples, double[][] gradients);

    @Override
    default boolean hasHessian() {
        return false;
    }

    /** The diagonal of the Hessian by the predictions, row by row; all NaN where there is none in closed form. */
    default void hessian(Samples samples, double[] diagonal) {
        java.util.Arrays.fill(diagonal, Double.NaN);
    }

    /** Whether no samples at all have a value too. */
    default boolean hasValueOfNothing() {
        return false;
    }

    /**
     * What each sample contributes where the group's loss is the mean of such parts; null where it is not.
     */
    default double[] perSample(Samples samples) {
        return null;
    }

    @Override
    default Steps steps(Samples samples) {
        double[] losses = perSample(samples);
        if (losses == null) {
            return Steps.NONE;
        }
        return new Steps().with("losses", losses).weighing(samples.weights()).giving("mean of losses[i]");
    }
}
