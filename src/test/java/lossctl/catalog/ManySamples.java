package lossctl.catalog;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Refusal;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.SummaryLoss;
import lossctl.loss.TupleLoss;
import lossctl.loss.UndefinedLoss;

/** Random samples that a loss takes, with weights and a column of groups, of which any may be taken as a dataset. */
final class ManySamples {
    private final double[][] truth;
    private final double[][][] vectors;
    private final double[] weights;
    private final String[] groups;
    private final int[] widths;
    private final List<String> inputs = new ArrayList<>();

    ManySamples(Loss loss, Chance chance, int count) {
        boolean rowwise = loss instanceof RowLoss || loss.prediction().kind() == Domain.Kind.ROW;
        int outputs = rowwise ? 4 : loss instanceof SummaryLoss ? 2 : 1;
        widths = new int[1 + loss.inputs().size()];
        truth = new double[count][];
        vectors = new double[widths.length][count][];
        weights = new double[count];
        groups = new String[count];
        for (int v = 0; v < widths.length; v++) {
            Input input = v == 0 ? null : loss.inputs().get(v - 1);
            Input.Width width = v == 0 ? Input.Width.AS_PREDICTION : input.width();
            widths[v] = width == Input.Width.ONE ? 1 : width == Input.Width.ANY ? 3 : outputs;
            if (v > 0) {
                inputs.add(input.name());
            }
        }
        for (int i = 0; i < count; i++) {
            do {
                draw(loss, chance, outputs, i);
            } while (isRefused(loss, i));
            weights[i] = chance.happens(0.1) ? 0 : chance.between(0.5, 2);
            groups[i] = "g" + chance.below(3);
        }
    }

    /** Makes another number of a sample's first prediction. */
    void predict(int i, double prediction) {
        vectors[0][i][0] = prediction;
    }

    private void draw(Loss loss, Chance chance, int outputs, int i) {
        truth[i] = truth(loss, chance, outputs);
        for (int v = 0; v < widths.length; v++) {
            Domain domain =
                    v == 0 ? loss.prediction() : loss.inputs().get(v - 1).domain();
            vectors[v][i] = chance.row(domain, widths[v]);
        }
    }

    /** Whether the values of a sample, each in its domain, do not go together: the corners of a box, a range. */
    private boolean isRefused(Loss loss, int i) {
        try {
            if (loss instanceof TupleLoss tuple) {
                double[][] sample = new double[widths.length][];
                for (int v = 0; v < sample.length; v++) {
                    sample[v] = vectors[v][i];
                }
                tuple.value(truth[i], sample);
            } else if (loss instanceof RowLoss row) {
                row.value(truth[i], vectors[0][i]);
            }
            return false;
        } catch (UndefinedLoss e) {
            return true;
        }
    }

    private static double[] truth(Loss loss, Chance chance, int outputs) {
        Domain domain = loss.truth();
        return switch (domain.kind()) {
            case NONE -> new double[0];
            case ROW -> chance.row(domain, outputs);
            case LABELS, VECTOR -> chance.row(domain, 2);
            case GROUP -> chance.row(domain, 1);
            default -> {
                boolean each = loss instanceof PointwiseLoss || loss instanceof SummaryLoss;
                double[] truth = new double[each && domain.kind() != Domain.Kind.LABEL ? outputs : 1];
                for (int i = 0; i < truth.length; i++) {
                    truth[i] = chance.truth(domain, outputs);
                }
                yield truth;
            }
        };
    }

    int count() {
        return truth.length;
    }

    double weight(int i) {
        return weights[i];
    }

    /** Those of these numbers, in this order, in blocks of seven. */
    Dataset of(List<Integer> which) {
        return new Dataset() {
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
                return new Source(which);
            }
        };
    }

    private final class Source implements BlockSource {
        private final List<Integer> which;
        private int at;

        Source(List<Integer> which) {
            this.which = which;
        }

        @Override
        public Layout layout() {
            int[] rest = new int[widths.length - 1];
            System.arraycopy(widths, 1, rest, 0, rest.length);
            return new Layout(truth[0].length, widths[0], inputs, rest, true, List.of("g"), List.of(), List.of());
        }

        @Override
        public boolean next(Block block) {
            int rows = Math.min(7, which.size() - at);
            block.clear(rows);
            for (int r = 0; r < rows; r++) {
                int i = which.get(at + r);
                System.arraycopy(truth[i], 0, block.truth(), r * truth[i].length, truth[i].length);
                for (int v = 0; v < widths.length; v++) {
                    System.arraycopy(vectors[v][i], 0, block.vector(v), r * widths[v], widths[v]);
                }
                block.weights()[r] = weights[i];
                block.texts(0)[r] = groups[i];
            }
            block.ordinal(at / 7);
            block.places(new Nowhere());
            block.rows(rows);
            at += rows;
            return rows > 0;
        }

        @Override
        public void close() {}
    }

    private record Nowhere() implements Places {
        @Override
        public Refusal mark(Refusal refusal, int row, Role role, int index) {
            return refusal;
        }

        @Override
        public String name(int row, Role role, int index) {
            return "a value";
        }

        @Override
        public String describe(int row) {
            return "a row";
        }
    }
}
