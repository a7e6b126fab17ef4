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

    /**
     * What is asked where a residual is past the range of doubles, of its half; null for a loss that is there what it is at
     * infinity.
     */
    default Halved halved() {
        return null;
    }

    /**
     * A loss in terms of another one: {@code factor} times that of half the residual.
     *
     * @param loss the same loss, its scale halved
     * @param factor 4 for a loss that is half the square near zero
     */
    record Halved(ResidualLoss loss, double factor) {}

    /** Whether half of a scale is a double: it is not of some of the least. */
    static boolean halves(double scale) {
        return scale / 2 * 2 == scale;
    }

    @Override
    default double value(double truth, double prediction) {
        double e = prediction - truth;
        Halved halved = Double.isInfinite(e) ? halved() : null;
        return halved == null ? curve(e) : halved.factor * halved.loss.curve(prediction / 2 - truth / 2);
    }

    @Override
    default double plainValue(double truth, double prediction) {
        return curve(prediction - truth);
    }

    @Override
    default boolean isPlain() {
        return halved() == null;
    }

    @Override
    default double slope(double truth, double prediction) {
        double e = prediction - truth;
        Halved halved = Double.isInfinite(e) ? halved() : null;
        return halved == null ? slope(e) : halved.factor / 2 * halved.loss.slope(prediction / 2 - truth / 2);
    }

    @Override
    default double curvature(double truth, double prediction) {
        double e = prediction - truth;
        Halved halved = Double.isInfinite(e) ? halved() : null;
        return halved == null ? curvature(e) : halved.factor / 4 * halved.loss.curvature(prediction / 2 - truth / 2);
    }

    @Override
    default double farValue(double truth, double prediction) {
        Halved often = often();
        double e = (prediction / 2 - truth / 2) * (2 * HALVED);
        return often == null ? Double.NaN : often.factor / FAR_UNIT * often.loss.curve(e);
    }

    @Override
    default double farSlope(double truth, double prediction) {
        Halved often = often();
        double e = (prediction / 2 - truth / 2) * (2 * HALVED);
        return often == null ? Double.NaN : often.factor * HALVED / FAR_UNIT * often.loss.slope(e);
    }

    /** So many halvings take a square as far down as {@link #FAR_UNIT} does. */
    int HALVINGS = 32;

    /** What they leave of a number. */
    double HALVED = 0x1p-32;

    /** In terms of the loss of a residual that was halved {@link #HALVINGS} times; null where it cannot be. */
    private Halved often() {
        Halved often = new Halved(this, 1);
        for (int i = 0; i < HALVINGS && often != null; i++) {
            Halved once = often.loss.halved();
            often = once == null ? null : new Halved(once.loss, once.factor * often.factor);
        }
        return often;
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
