package lossctl.batch;

import java.util.List;
import lossctl.convention.Part;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Refusal;

/** The samples of one part, in memory, as one block. */
final class PartData implements Dataset {
    private final Part part;
    private final Layout layout;

    PartData(Part part) {
        this.part = part;
        layout = new Layout(
                part.truthWidth(),
                part.outputs(),
                part.inputs(),
                part.widths(),
                part.weights() != null,
                List.of(),
                List.of(),
                List.of());
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
        return new BlockSource() {
            private boolean done;

            @Override
            public Layout layout() {
                return layout;
            }

            @Override
            public synchronized boolean next(Block block) {
                block.clear(done ? 0 : part.rows());
                if (done || part.rows() == 0) {
                    return false;
                }
                done = true;
                fill(block);
                return true;
            }

            @Override
            public void close() {
                done = true;
            }
        };
    }

    private void fill(Block block) {
        System.arraycopy(part.truth(), 0, block.truth(), 0, part.truth().length);
        System.arraycopy(part.prediction(), 0, block.prediction(), 0, part.prediction().length);
        for (int i = 0; i < part.inputs().size(); i++) {
            double[] values = part.vectors().get(i);
            System.arraycopy(values, 0, block.vector(i + 1), 0, values.length);
        }
        if (part.weights() != null) {
            System.arraycopy(part.weights(), 0, block.weights(), 0, part.rows());
        }
        block.places(new InRequest());
        block.rows(part.rows());
    }

    /** Names values by their position in the request. */
    private final class InRequest implements Places {
        @Override
        public Refusal mark(Refusal refusal, int row, Role role, int index) {
            return refusal;
        }

        @Override
        public String name(int row, Role role, int index) {
            String array = switch (role) {
                case TRUTH -> "y_true";
                case PREDICTION -> "y_pred";
                case WEIGHT -> "sample_weight";
                case INPUT -> part.inputs().get(index % part.inputs().size());
            };
            boolean wide = role == Role.PREDICTION && part.outputs() > 1 || role == Role.TRUTH && part.truthWidth() > 1;
            return array + "[" + row + "]" + (wide ? "[" + index + "]" : "");
        }

        @Override
        public String describe(int row) {
            return "row " + row;
        }
    }
}
