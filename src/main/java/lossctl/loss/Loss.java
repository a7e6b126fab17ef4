package lossctl.loss;

import java.util.List;

/**
 * A loss or a metric with its parameters chosen: an immutable value that any number of threads may share.
 *
 * <p>Which family it belongs to says what it needs to see at once: one truth and one prediction
 * ({@link PointwiseLoss}), one row of predictions ({@link RowLoss}), several vectors of one sample
 * ({@link TupleLoss}), exact sums over all samples ({@link SummaryLoss}), or all samples together ({@link GroupLoss}).
 * The families are sealed so that the compiler checks every switch over them; each is open, so that adding a loss edits no
 * list here.
 *
 * <p>Values and gradients are double precision: no clipping, natural logarithms, {@code 0 log 0 = 0}, never NaN or infinite
 * where the true value is finite. A loss never checks its arguments: the evaluation holds them against {@link #truth()},
 * {@link #prediction()} and {@link #inputs()} first.
 */
public sealed interface Loss permits PointwiseLoss, RowLoss, TupleLoss, SummaryLoss, GroupLoss {

    /** What a truth may be, under these parameters. */
    Domain truth();

    /** What a prediction may be, under these parameters. */
    Domain prediction();

    /**
     * The loss with these parameters; one without parameters of its own is always itself.
     *
     * @throws BadParameter where parameters do not go together
     */
    default Loss with(Params params) {
        return this;
    }

    /**
     * Whether a list of predictions is one sample rather than one each: so for losses that compare the values of a row
     * with each other. Others take a row too, but a list of N numbers is N samples to them.
     */
    default boolean isOverRows() {
        return prediction().kind() == Domain.Kind.ROW;
    }

    /**
     * Whether one prediction a sample does as well where a row is usual: the probability of a truth of 1, a predicted
     * class. A list of N predictions is then N samples, unless it stands beside a single truth.
     */
    default boolean takesSingles() {
        return !isOverRows();
    }

    /**
     * Why predictions of {@code outputs} values a sample have no answer, in words that go on from the loss's name; null where
     * they have one, as nearly all do.
     */
    default String refusal(int outputs) {
        return null;
    }

    /**
     * Whether it tells the diagonal of its Hessian by the predictions. One of a single sample does; of a loss of all samples
     * every entry depends on all predictions, so that only some do.
     */
    default boolean hasHessian() {
        return true;
    }

    /**
     * The amounts on the way from samples to their loss, where the formula alone does not show it: of one sample, or of
     * all for a loss that needs them together.
     */
    default Steps steps(Samples samples) {
        return Steps.NONE;
    }

    /** The arrays wanted beside truth and prediction (a variance, a second vector), in the order of their use. */
    default List<Input> inputs() {
        return List.of();
    }
}
