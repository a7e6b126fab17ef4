package lossctl.loss;

/** A loss of a sequence of {@code steps x classes} predictions against a shorter sequence of labels: CTC. */
public non-sealed interface SequenceLoss extends Loss {

    /**
     * The loss of one sequence.
     *
     * @param labels the labels, without padding
     * @param prediction {@code steps x classes} values, step by step
     * @param steps how many steps count
     */
    double value(int[] labels, double[] prediction, int steps, int classes);

    /** The derivative by every prediction, written into {@code gradient}; 0 beyond {@code steps}. */
    void gradient(int[] labels, double[] prediction, int steps, int classes, double[] gradient);
}
