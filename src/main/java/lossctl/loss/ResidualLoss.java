package lossctl.loss;

/** A pointwise loss of the residual {@code e = prediction - truth} alone. */
public interface ResidualLoss extends PointwiseLoss {

    /** The loss at the residual {@code e}. */
    double curve(double e);

    /** The derivative of {@link #curve} at {@code e}; at a kink the value that the loss documents. */
    double slope(double e);

    /** The second derivative at {@code e}; NaN where the loss has none in closed form. */
    default double curvature(double e) {
        return Double.NaN;
    }

    /** The residuals at which {@link #slope} jumps. */
    default double[] kinks() {
        return NO_KINKS;
    }

    @Override
    default double value(double truth, double prediction) {
        return curve(prediction - truth);
    }

    @Override
    default double slope(double truth, double prediction) {
        return slope(prediction - truth);
    }

    @Override
    default double curvature(double truth, double prediction) {
        return curvature(prediction - truth);
    }

    @Override
    default double[] kinks(double truth) {
        double[] at = kinks().clone();
        for (int i = 0; i < at.length; i++) {
            at[i] += truth;
        }
        return at;
    }
}
