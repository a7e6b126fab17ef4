package lossctl.catalog.detection;

/** How long the sides of two boxes are, as powers of two. */
final class Sides {
    /** Lengths between it and its inverse have squares and fourth powers in the range of doubles. */
    private static final double PLAIN = 0x1p120;

    /** The power of two of a side without length. */
    private static final int NONE = -5000;

    private static final int MOST = 1000;

    private final double[] truth;
    private final double[] prediction;

    Sides(double[] truth, double[] prediction) {
        this.truth = truth;
        this.prediction = prediction;
    }

    /** Whether no area of them, nor what losses make of it, leaves the range of doubles. */
    boolean arePlain() {
        boolean plain = true;
        for (int axis = 0; axis < 2; axis++) {
            plain &= isPlain(truth[axis + 2] - truth[axis]);
            plain &= isPlain(prediction[axis + 2] - prediction[axis]);
            plain &= isPlain(Math.max(truth[axis + 2], prediction[axis + 2]) - Math.min(truth[axis], prediction[axis]));
        }
        return plain;
    }

    private static boolean isPlain(double length) {
        return length == 0 || length < PLAIN && length > 1 / PLAIN;
    }

    private static int exponent(double length) {
        return length == 0 ? NONE : Math.getExponent(length);
    }

    private int truth(int axis) {
        return exponent(truth[axis + 2] - truth[axis]);
    }

    private int prediction(int axis) {
        return exponent(prediction[axis + 2] - prediction[axis]);
    }

    /** Of the longer side. */
    int longer(int axis) {
        return unit(Math.max(truth(axis), prediction(axis)), axis);
    }

    /** Between both. */
    int middle(int axis) {
        boolean none = truth(axis) == NONE || prediction(axis) == NONE;
        return none ? longer(axis) : unit((truth(axis) + prediction(axis)) / 2, axis);
    }

    /** Of the box around both. */
    int around(int axis) {
        return unit(hull(axis), axis);
    }

    private int hull(int axis) {
        return exponent(Math.max(truth[axis + 2], prediction[axis + 2]) - Math.min(truth[axis], prediction[axis]));
    }

    /** Of the longer axis of the box around both. */
    int longest() {
        int longest = Math.max(hull(0), hull(1));
        return Math.max(unit(longest, 0), unit(longest, 1));
    }

    /** Not so small that corners would leave the range of doubles. */
    private int unit(int exponent, int axis) {
        double far = 0;
        for (double[] box : new double[][] {truth, prediction}) {
            far = Math.max(far, Math.max(Math.abs(box[axis]), Math.abs(box[axis + 2])));
        }
        return Math.max(exponent, Math.getExponent(far) - MOST);
    }
}
