package lossctl.vectors;

import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Refusal;

/** Samples in memory, in one block. */
public record MemoryData(
        int rows, double[] truth, double[] prediction, List<String> inputs, List<double[]> vectors, double[] weights)
        implements Dataset {

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
        int[] widths = new int[inputs.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = vectors.get(i).length / rows;
        }
        Layout layout = new Layout(
                truth.length / rows,
                prediction.length / rows,
                inputs,
                widths,
                weights != null,
                List.of(),
                List.of(),
                List.of());
        return new Source(layout);
    }

    private final class Source implements BlockSource {
        private final Layout layout;
        private boolean done;

        Source(Layout layout) {
            this.layout = layout;
        }

        @Override
        public Layout layout() {
            return layout;
        }

        @Override
        public synchronized boolean next(Block block) {
            block.clear(done ? 0 : rows);
            if (done) {
                return false;
            }
            done = true;
            System.arraycopy(truth, 0, block.truth(), 0, truth.length);
            System.arraycopy(prediction, 0, block.prediction(), 0, prediction.length);
            for (int i = 0; i < vectors.size(); i++) {
                System.arraycopy(vectors.get(i), 0, block.vector(i + 1), 0, vectors.get(i).length);
            }
            if (weights != null) {
                System.arraycopy(weights, 0, block.weights(), 0, rows);
            }
            block.places(new Rows());
            block.rows(rows);
            return true;
        }

        @Override
        public void close() {}
    }

    private static final class Rows implements Places {
        @Override
        public Refusal mark(Refusal refusal, int row, Role role, int index) {
            return refusal;
        }

        @Override
        public String name(int row, Role role, int index) {
            return role + " " + row + "/" + index;
        }

        @Override
        public String describe(int row) {
            return "row " + row;
        }
    }
}
