package lossctl.data;

import java.util.List;

/**
 * Rows in blocks. Several threads may call {@link #next} at once, each with a block of its own: what can be done in
 * parallel (finding and converting numbers) is done in the calling thread.
 */
public interface BlockSource extends AutoCloseable {

    /** What the rows hold. */
    Layout layout();

    /**
     * Fills a block with the next rows and numbers it.
     *
     * @return false when there are no more; the block is then empty
     * @throws Refusal where a row cannot be read; the block still has its {@link Block#ordinal()}, so that of several
     *     refusals in several threads the first in the source's order can be told
     */
    boolean next(Block block);

    /** Warnings about the source as a whole, a line each; complete once {@link #next} has returned false. */
    default List<String> warnings() {
        return List.of();
    }

    /** Frees files and buffers; never throws. */
    @Override
    void close();
}
