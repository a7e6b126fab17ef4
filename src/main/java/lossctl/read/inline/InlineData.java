package lossctl.read.inline;

import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;

/** Rows from a command line: one block, as often as it is asked for. */
final class InlineData implements Dataset {
    private final Layout layout;
    private final List<InlineList> lists;
    private final int samples;

    InlineData(InlineRows rows, Layout layout) {
        this.layout = layout;
        lists = rows.lists();
        samples = rows.samples();
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public BlockSource open() {
        return new Source();
    }

    private final class Source implements BlockSource {
        private boolean taken;

        @Override
        public Layout layout() {
            return layout;
        }

        @Override
        public boolean next(Block block) {
            block.clear(samples);
            synchronized (this) {
                if (taken) {
                    return false;
                }
                taken = true;
            }
            block.ordinal(0);
            fill(block);
            return block.rows() > 0 || block.skipped() > 0;
        }

        @Override
        public void close() {
            taken = true;
        }
    }

    private void fill(Block block) {
        int[] widths = new int[lists.size()];
        double[][] targets = new double[widths.length][];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = i == 0 ? layout.truthWidth() : i == 1 ? layout.predictionWidth() : 1;
            widths[i] = i < 3 ? widths[i] : layout.inputWidths()[i - 3];
            targets[i] = i == 0 ? block.truth() : i == 1 ? block.prediction() : block.weights();
            targets[i] = i < 3 ? targets[i] : block.vector(i - 2);
        }
        int[] origin = new int[samples];
        int kept = 0;
        for (int row = 0; row < samples; row++) {
            if (leftOut(row, widths)) {
                block.skip(1);
                continue;
            }
            for (int i = 0; i < widths.length; i++) {
                if (lists.get(i) != null) {
                    System.arraycopy(lists.get(i).values(), row * widths[i], targets[i], kept * widths[i], widths[i]);
                }
            }
            origin[kept++] = row;
        }
        block.rows(kept);
        block.places(new InlinePlaces(layout, origin, samples));
    }

    private boolean leftOut(int row, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            if (lists.get(i) != null && lists.get(i).leavesOut(row * widths[i], widths[i])) {
                return true;
            }
        }
        return false;
    }
}
