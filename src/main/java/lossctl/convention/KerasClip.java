package lossctl.convention;

/**
 * Where Keras keeps probabilities between: 1e-7 and 1 - 1e-7 in the precision that it computes in. In single precision the
 * number before 1 is 1 - 1.19e-7, so that a wrong certainty costs 15.94 on one side and 16.12 on the other. Source:
 * keras/src/backend/torch/nn.py, {@code binary_crossentropy}.
 */
record KerasClip(double least, double most) {
    private static final KerasClip DOUBLE = new KerasClip(Keras.EPSILON, 1 - Keras.EPSILON);
    private static final KerasClip SINGLE = new KerasClip((float) Keras.EPSILON, 1 - (float) Keras.EPSILON);

    static KerasClip of(Args args) {
        return args.isFloat32() ? SINGLE : DOUBLE;
    }

    double clip(double p) {
        return Math.max(least, Math.min(most, p));
    }

    /** Whether a probability lies between, so that the loss changes with it. */
    boolean leaves(double p) {
        return p == clip(p);
    }
}
