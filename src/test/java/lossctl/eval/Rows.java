package lossctl.eval;

import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Refusal;

/** Rows in memory, handed out in blocks of any size: the source of the tests of this package. */
final class Rows implements Dataset {
    private final double[][] truth;
    private final double[][] prediction;
    private final double[] weights;
    private final int blockRows;

    Rows(double[][] truth, double[][] prediction, double[] weights, int blockRows) {
        this.truth = truth;
        this.prediction = prediction;
        this.weights = weights;
        this.blockRows = blockRows;
    }

    static Rows of(double[] truth, double[] prediction) {
        return new Rows(column(truth), column(prediction), null, Math.max(1, truth.length));
    }

    static double[][] column(double[] values) {
        double[][] rows = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            rows[i] = new double[] {values[i]};
        }
        return rows;
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
        int truths = truth.length == 0 ? 1 : truth[0].length;
        int predictions = prediction.length == 0 ? 1 : prediction[0].length;
        Layout layout = new Layout(
                truths, predictions, List.of(), new int[0], weights != null, List.of(), List.of("t"), List.of("p"));
        return new BlockSource() {
            private int at;
            private long ordinal;

            @Override
            public Layout layout() {
                return layout;
            }

            @Override
            public synchronized boolean next(Block block) {
                int rows = Math.min(blockRows, truth.length - at);
                block.clear(rows);
                block.ordinal(ordinal++);
                for (int i = 0; i < rows; i++) {
                    System.arraycopy(truth[at + i], 0, block.truth(), i * truths, truths);
                    System.arraycopy(prediction[at + i], 0, block.prediction(), i * predictions, predictions);
                    if (weights != null) {
                        block.weights()[i] = weights[at + i];
                    }
                }
                block.places(new InMemory(at));
                block.rows(rows);
                at += rows;
                return rows > 0;
            }

            @Override
            public void close() {}
        };
    }

    private record InMemory(int first) implements Places {
        @Override
        public Refusal mark(Refusal refusal, int row, Role role, int index) {
            return refusal;
        }

        @Override
        public String name(int row, Role role, int index) {
            return role.name().toLowerCase(java.util.Locale.ROOT) + " " + (first + row + 1);
        }

        @Override
        public String describe(int row) {
            return "row " + (first + row + 1);
        }
    }
}
