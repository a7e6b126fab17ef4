package lossctl.eval;

import lossctl.data.Block;
import lossctl.data.Layout;

/** What one thread uses again for dataset after dataset: ten thousand small ones need no memory of their own each. */
final class Desk {
    private Block block;

    /** The block for the next dataset; that of the one before is not to be used any more. */
    Block block(Layout layout) {
        block = block == null ? new Block(layout) : new Block(layout, block);
        return block;
    }
}
