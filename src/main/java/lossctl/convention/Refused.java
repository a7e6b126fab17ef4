package lossctl.convention;

/** A call that the framework would refuse, or whose answer there is not known here; the message says which. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A reason in one line. */
    public Refused(String reason) {
        super(reason, null, false, false);
    }
}
