package lossctl.write;

/** The reader of our output has gone: no error, but a reason to stop at once. */
public final class BrokenPipe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenPipe() {
        super("the reader of the output has gone", null, false, false);
    }
}
