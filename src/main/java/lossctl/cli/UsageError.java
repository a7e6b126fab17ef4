package lossctl.cli;

/** A command line that cannot be understood: exit status 2, one line. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageError(String message) {
        super(message, null, false, false);
    }
}
