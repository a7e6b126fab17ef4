package lossctl.read;

import java.io.InputStream;

/**
 * Bytes that can be opened: a file, a pipe, or what comes out of either when it is unpacked.
 *
 * <p>Made by {@code Sources}; every format's reader starts from here.
 */
public interface Bytes {

    /** Its name for messages and results: the path as the user wrote it, or {@code <stdin>}. */
    String name();

    /** Whether {@link #open} may be called again for the same bytes. */
    boolean isRepeatable();

    /**
     * Opens the bytes at their beginning. A plain file comes as a {@link java.io.FileInputStream}, whose channel may be
     * read at any position by several threads.
     *
     * @throws lossctl.data.Refusal with code IO where it cannot be opened, or was opened before and is not repeatable
     */
    InputStream open();

    /** How many bytes there are, or -1 where nobody knows before the end. */
    long size();
}
