package lossctl.eval;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Refusal;

/** Rows that could be read only once, kept in memory so that they can be read again. */
final class Kept implements Dataset {
    private final String name;
    private final Layout layout;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> warnings;

    Kept(Dataset once) {
        name = once.name();
        try (BlockSource source = once.open()) {
            layout = source.layout();
            Block block = new Block(layout);
            while (source.next(block)) {
                blocks.add(block);
                block = new Block(layout);
            }
            warnings = source.warnings();
        } catch (OutOfMemoryError e) {
            blocks.clear();
            throw new Refusal(Refusal.Code.LIMIT, "too large to be kept in memory for a second pass")
                    .in(once.name())
                    .hint("name a file instead of a pipe");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public BlockSource open() {
        return new Replay();
    }

    private final class Replay implements BlockSource {
        private int next;

        @Override
        public Layout layout() {
            return layout;
        }

        @Override
        public synchronized boolean next(Block block) {
            if (next == blocks.size()) {
                block.clear(0);
                return false;
            }
            copy(blocks.get(next++), block);
            return true;
        }

        @Override
        public List<String> warnings() {
            return warnings;
        }

        @Override
        public void close() {
            next = 0;
        }
    }

    private static void copy(Block from, Block to) {
        int rows = from.rows();
        to.clear(rows);
        System.arraycopy(from.truth(), 0, to.truth(), 0, rows * from.layout().truthWidth());
        int[] widths = from.layout().vectorWidths();
        for (int v = 0; v < widths.length; v++) {
            System.arraycopy(from.vector(v), 0, to.vector(v), 0, rows * widths[v]);
        }
        if (from.weights() != null) {
            System.arraycopy(from.weights(), 0, to.weights(), 0, rows);
        }
        for (int i = 0; i < from.layout().texts().size(); i++) {
            System.arraycopy(from.texts(i), 0, to.texts(i), 0, rows);
        }
        to.rows(rows);
        to.skip(from.skipped());
        to.ordinal(from.ordinal());
        to.places(from.places());
    }
}
