package lossctl.loss;

/**
 * A loss that is no mean of per-sample values but a function of a few exact sums over all samples: rmse, r2, dice.
 *
 * <p>Sums are exact ({@link Sums}), so a summary is the same to the last bit however the samples were cut and merged.
 */
public non-sealed interface SummaryLoss extends Loss {

    @Override
    default boolean hasHessian() {
        return false;
    }

    /** How many sums it keeps for samples with {@code outputs} predictions each. */
    int sums(int outputs);

    /** Adds one sample to the sums. */
    void add(Sums sums, double[] truth, double[] prediction, double weight);

    /**
     * Adds samples of one prediction each that weigh 1, to the same sums as {@link #add} does one by one. A loss whose
     * sums are simple has a faster way.
     */
    default void addSingles(Sums sums, double[] truth, double[] prediction, int count) {
        double[] oneTruth = new double[1];
        double[] onePrediction = new double[1];
        for (int i = 0; i < count; i++) {
            oneTruth[0] = truth[i];
            onePrediction[0] = prediction[i];
            add(sums, oneTruth, onePrediction, 1);
        }
    }

    /** The sums over some samples. */
    default Sums sums(Samples samples) {
        Sums sums = new Sums(sums(samples.outputs()), samples.outputs());
        for (int i = 0; i < samples.count(); i++) {
            add(sums, samples.truth(i), samples.vector(0, i), samples.weight(i));
            sums.countSample(samples.weight(i));
        }
        return sums;
    }

    /**
     * The loss, from the sums over all samples.
     *
     * @throws UndefinedLoss where these samples leave it without a value (r2 of one sample)
     */
    double value(Sums sums);

    /** The derivative of {@link #value} by one sample's predictions, once every sample was added; NaN for a metric. */
    void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient);
}
