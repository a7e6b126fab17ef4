package lossctl.loss;

/**
 * A pointwise loss of the margin {@code a = sign x score}, the agreement of a score with a truth of -1 or +1. Truths of
 * {0, 1} are read as {-1, +1}; a data set has one kind.
 */
public interface MarginLoss extends PointwiseLoss {

    /** The loss at the margin {@code a}. */
    double curve(double a);

    /** The derivative of {@link #curve} at {@code a}; at a kink the value that the loss documents. */
    double slope(double a);

    /** The second derivative at {@code a}; NaN where the loss has none in closed form. */
    default double curvature(double a) {
        return Double.NaN;
    }

    /** The margins at which {@link #slope} jumps. */
    default double[] kinks() {
        return NO_KINKS;
    }

    /** {@code sign} is -1 or +1: the evaluation has turned {0, 1} into signs. */
    @Override
    default double value(double sign, double score) {
        return curve(sign * score);
    }

    @Override
    default double slope(double sign, double score) {
        return sign * slope(sign * score);
    }

    @Override
    default double curvature(double sign, double score) {
        return sign * sign * curvature(sign * score);
    }

    @Override
    default double[] kinks(double sign) {
        double[] at = kinks().clone();
        for (int i = 0; i < at.length; i++) {
            at[i] *= sign;
        }
        return at;
    }

    @Override
    default Domain truth() {
        return Domain.sign();
    }
}
