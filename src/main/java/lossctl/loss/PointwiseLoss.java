package lossctl.loss;

import lossctl.num.Interval;

/**
 * A loss of one truth and one prediction. A sample with several outputs has the mean over its outputs.
 *
 * @see ResidualLoss the losses of the residual alone
 * @see MarginLoss the losses of truth times score, truth -1 or +1
 */
public non-sealed interface PointwiseLoss extends Loss {

    /** The loss at one point. */
    double value(double truth, double prediction);

    /**
     * The same by a plain formula, which loops over samples call: without a branch where it can do without, so that they become
     * vectors. Where a step on the way is past the range of doubles it may be NaN or infinite, and {@link #value} is asked again.
     */
    default double plainValue(double truth, double prediction) {
        return value(truth, prediction);
    }

    /** What {@link #farValue} and {@link #farSlope} divide by. */
    double FAR_UNIT = 0x1p64;

    /** Its power of two. */
    int FAR_POWER = 64;

    /**
     * The loss over {@link #FAR_UNIT}, asked for where the loss itself is past the range of doubles: a mean with it need not be. NaN
     * where the loss does not tell.
     */
    default double farValue(double truth, double prediction) {
        return Double.NaN;
    }

    /** The same of the slope. */
    default double farSlope(double truth, double prediction) {
        return Double.NaN;
    }

    /** Whether {@link #plainValue} is {@link #value} everywhere, so that nobody has to ask again. */
    default boolean isPlain() {
        return true;
    }

    /**
     * The derivative by the prediction; at a kink the value that the loss documents. NaN for a metric without one.
     */
    double slope(double truth, double prediction);

    /** The second derivative by the prediction; NaN where the loss has none in closed form. */
    default double curvature(double truth, double prediction) {
        return Double.NaN;
    }

    /**
     * The predictions at which the derivative jumps or does not exist, given this truth; empty where the loss is
     * smooth. Tests and plots look at both sides of each.
     */
    default double[] kinks(double truth) {
        return NO_KINKS;
    }

    @Override
    default Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    default Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    /** No kinks: the loss is smooth everywhere. */
    double[] NO_KINKS = {};
}
