package lossctl.read;

import lossctl.data.Block;
import lossctl.data.BlockSource;

/** The rows of a source one after the other. Blocks are not used again, so that places in them stay valid. */
final class RowCursor implements AutoCloseable {
    private final BlockSource source;
    private final String name;
    private Block block;
    private int row;
    private long count;

    RowCursor(String name, BlockSource source) {
        this.name = name;
        this.source = source;
        block = new Block(source.layout());
    }

    /** Goes to the next row; false where there is none. */
    boolean next() {
        row++;
        while (row >= block.rows()) {
            block = new Block(source.layout());
            if (!source.next(block)) {
                return false;
            }
            row = 0;
        }
        count++;
        return true;
    }

    /** The block that the row is in. */
    Block block() {
        return block;
    }

    /** The row's index in its block. */
    int row() {
        return row;
    }

    /** How many rows there were so far. */
    long count() {
        return count;
    }

    /** The name of the source. */
    String name() {
        return name;
    }

    /** The row's first text. */
    String key() {
        return block.texts(0)[row];
    }

    @Override
    public void close() {
        source.close();
    }
}
