package lossctl.cli;

import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;

/** A dataset that remembers its first samples while it is read, by one thread. */
final class Observed implements Dataset {
    private final Dataset data;
    private final int limit;
    private Block kept;

    Observed(Dataset data, int limit) {
        this.data = data;
        this.limit = limit;
    }

    /** The first samples; null where there are none. */
    Block samples() {
        return kept;
    }

    @Override
    public String name() {
        return data.name();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public BlockSource open() {
        BlockSource source = data.open();
        return new BlockSource() {
            @Override
            public Layout layout() {
                return source.layout();
            }

            @Override
            public boolean next(Block block) {
                boolean more = source.next(block);
                if (more) {
                    keep(block);
                }
                return more;
            }

            @Override
            public List<String> warnings() {
                return source.warnings();
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    private void keep(Block block) {
        if (kept == null) {
            kept = new Block(block.layout());
            kept.places(block.places());
        }
        Layout layout = block.layout();
        int at = kept.rows();
        int count = Math.min(limit - at, block.rows());
        kept.ensure(at + count);
        copy(block.truth(), kept.truth(), layout.truthWidth(), at, count);
        for (int v = 0; v < layout.vectorWidths().length; v++) {
            copy(block.vector(v), kept.vector(v), layout.vectorWidths()[v], at, count);
        }
        if (layout.weighted()) {
            copy(block.weights(), kept.weights(), 1, at, count);
        }
        kept.rows(at + count);
    }

    private static void copy(double[] from, double[] to, int width, int at, int count) {
        System.arraycopy(from, 0, to, at * width, count * width);
    }
}
