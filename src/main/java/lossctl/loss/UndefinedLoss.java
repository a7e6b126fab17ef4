package lossctl.loss;

/** These samples leave the loss without a value; the message says why and what to do. */
public final class UndefinedLoss extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A reason in one line, in the words of the user's data. */
    public UndefinedLoss(String reason) {
        super(reason, null, false, false);
    }
}
