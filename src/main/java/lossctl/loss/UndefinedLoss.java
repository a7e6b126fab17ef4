package lossctl.loss;

/** These samples leave the loss without a value; the message says why and what to do. */
public final class UndefinedLoss extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofShape;

    /** A reason in one line, in the words of the user's data. */
    public UndefinedLoss(String reason) {
        this(reason, false);
    }

    private UndefinedLoss(String reason, boolean ofShape) {
        super(reason, null, false, false);
        this.ofShape = ofShape;
    }

    /** The reason that numbers of values do not go together. */
    public static UndefinedLoss ofShape(String reason) {
        return new UndefinedLoss(reason, true);
    }

    /** Whether numbers of values do not go together. */
    public boolean isOfShape() {
        return ofShape;
    }
}
