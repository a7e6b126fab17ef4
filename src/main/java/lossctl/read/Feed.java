package lossctl.read;

import java.io.FileInputStream;

/** Cuts bytes into numbered pieces of equal size, for several threads at once. */
public abstract class Feed implements AutoCloseable {

    /** Only the feeds of this package. */
    Feed() {}

    /**
     * The bytes behind the first {@code skip} of a head, in pieces of {@code size} bytes. Long files are read at
     * positions, by all threads at once; short ones one piece after the other; pipes and what is unpacked by a thread
     * that reads ahead.
     */
    public static Feed of(Head head, int skip, int size) {
        FileInputStream file = head.file();
        if (file != null && head.size() - skip > 2L * size) {
            return new FileFeed(head, file, skip, size);
        }
        // A pipe is emptied by whoever comes: on few processors one thread more costs a third.
        boolean ahead = head.isUnpacked() && !head.isWhole();
        return ahead ? new AheadFeed(head, skip, size) : new StreamFeed(head, skip, size);
    }

    /**
     * Fills the chunk with the next piece and numbers it. Exactly one piece is the last; it may be empty.
     *
     * @return false when all pieces were taken
     * @throws lossctl.data.Refusal where reading fails; the chunk has its number then
     */
    public abstract boolean take(Chunk chunk);

    @Override
    public abstract void close();
}
