package lossctl.data;

/** Something that can be read from its beginning, once or several times: a file, a pipe, values on a command line. */
public interface Dataset {

    /** Its name for messages and results: a path, {@code <stdin>}, or empty for inline values. */
    String name();

    /**
     * Whether {@link #open} may be called again for the same rows. A second pass is needed for per-sample gradients and
     * shares; what cannot be opened twice is then kept in memory.
     */
    boolean isRepeatable();

    /**
     * Starts reading.
     *
     * @throws Refusal where it cannot be opened or its header read
     */
    BlockSource open();
}
