package lossctl.read;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Places.Role;
import lossctl.data.Refusal;

/** All rows of a data set, and the first value of each, for tests. */
public final class Rows {
    /** What the rows hold. */
    public Layout layout;
    /** Truths, predictions, weights, one after the other. */
    public final List<Double> truth = new ArrayList<>();

    public final List<Double> prediction = new ArrayList<>();
    public final List<Double> weights = new ArrayList<>();
    public final List<List<Double>> inputs = new ArrayList<>();
    public final List<List<String>> texts = new ArrayList<>();
    public final List<String> places = new ArrayList<>();
    public int rows;
    public long skipped;

    /** Reads a data set in one thread. */
    public static Rows of(Dataset data) {
        return of(data, true);
    }

    /** The same without the places. */
    public static Rows values(Dataset data) {
        return of(data, false);
    }

    private static Rows of(Dataset data, boolean places) {
        Rows all = new Rows();
        try (BlockSource source = data.open()) {
            all.layout = source.layout();
            Block block = new Block(source.layout());
            long ordinal = -1;
            while (source.next(block)) {
                if (block.ordinal() != ++ordinal) {
                    throw new AssertionError("block " + block.ordinal() + " after " + (ordinal - 1));
                }
                all.add(block, places);
            }
            if (block.rows() != 0) {
                throw new AssertionError("rows behind the last block");
            }
        }
        return all;
    }

    private void add(Block block, boolean withPlaces) {
        skipped += block.skipped();
        for (int row = 0; row < block.rows(); row++) {
            add(truth, block.truth(), row, layout.truthWidth());
            add(prediction, block.prediction(), row, layout.predictionWidth());
            if (layout.weighted()) {
                weights.add(block.weights()[row]);
            }
            for (int i = 0; i < layout.inputWidths().length; i++) {
                if (inputs.size() == i) {
                    inputs.add(new ArrayList<>());
                }
                add(inputs.get(i), block.vector(i + 1), row, layout.inputWidths()[i]);
            }
            for (int i = 0; i < layout.texts().size(); i++) {
                if (texts.size() == i) {
                    texts.add(new ArrayList<>());
                }
                texts.get(i).add(block.texts(i)[row]);
            }
            rows++;
            if (!withPlaces) {
                continue;
            }
            Refusal mark = new Refusal(Refusal.Code.OUT_OF_DOMAIN, "");
            block.places().mark(mark, row, Role.PREDICTION, layout.predictionWidth() - 1);
            places.add(mark.line() + ":" + mark.position());
        }
    }

    private static void add(List<Double> to, double[] values, int row, int width) {
        for (int i = 0; i < width; i++) {
            to.add(values[row * width + i]);
        }
    }
}
