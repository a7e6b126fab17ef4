package lossctl.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Refusal;
import lossctl.loss.Input;

/**
 * Samples in arrays: a truth and one or more predictions each, perhaps a weight and further inputs. The arrays are the
 * caller's, are only read, and are not copied: they may be filled anew between calls, but not during one.
 *
 * <p>A list of N numbers is N samples. Rows have the same length, one row a sample; a loss over classes takes truths as
 * class indices from 0 or as rows.
 */
public final class Batch {
    private final Vector truth;
    private final Vector prediction;
    private final Map<String, Vector> inputs;
    private final double[] weights;

    /** Values of each sample, as a list or as rows: one of the two is null. */
    private record Vector(double[] list, int[] labels, double[][] rows) {
        int size() {
            return list != null ? list.length : labels != null ? labels.length : rows.length;
        }

        int width() {
            return rows == null ? 1 : rows.length == 0 ? 0 : rows[0].length;
        }

        void copy(String name, double[] to) {
            if (list != null) {
                System.arraycopy(list, 0, to, 0, list.length);
            }
            for (int i = 0; labels != null && i < labels.length; i++) {
                to[i] = labels[i];
            }
            int width = width();
            for (int i = 0; rows != null && i < rows.length; i++) {
                if (rows[i].length != width) {
                    String lengths = rows[i].length + " values, the first has " + width;
                    throw new Refusal(Refusal.Code.SHAPE, name + "[" + i + "] has " + lengths);
                }
                System.arraycopy(rows[i], 0, to, i * width, width);
            }
        }
    }

    private Batch(Vector truth, Vector prediction, Map<String, Vector> inputs, double[] weights) {
        this.truth = truth;
        this.prediction = prediction;
        this.inputs = inputs;
        this.weights = weights;
    }

    private static Batch of(Vector truth, Vector prediction) {
        return new Batch(truth, prediction, Map.of(), null);
    }

    /** Samples of one truth and one prediction. */
    public static Batch of(double[] truth, double[] prediction) {
        return of(new Vector(truth, null, null), new Vector(prediction, null, null));
    }

    /** Samples of a row of truths (several outputs, one-hot or soft classes) and a row of predictions. */
    public static Batch of(double[][] truth, double[][] prediction) {
        return of(new Vector(null, null, truth), new Vector(null, null, prediction));
    }

    /** Samples of one truth and a row of predictions: the members of an ensemble, quantiles. */
    public static Batch of(double[] truth, double[][] prediction) {
        return of(new Vector(truth, null, null), new Vector(null, null, prediction));
    }

    /** Samples of a class, its index from 0, and a row of predictions, one a class. */
    public static Batch of(int[] classes, double[][] prediction) {
        return of(new Vector(null, classes, null), new Vector(null, null, prediction));
    }

    /** Samples of a class and one prediction: a predicted class, or the probability of class 1. */
    public static Batch of(int[] classes, double[] prediction) {
        return of(new Vector(null, classes, null), new Vector(prediction, null, null));
    }

    /** Samples without a truth, for a loss that takes none (a triplet margin). */
    public static Batch of(double[][] prediction) {
        return of(null, new Vector(null, null, prediction));
    }

    /** The same with a weight a sample, finite and not negative. */
    public Batch weighted(double[] each) {
        return new Batch(truth, prediction, inputs, each);
    }

    /** The same with a further input of one value a sample: {@code var} of {@code gaussian_nll}. */
    public Batch with(String input, double[] values) {
        return with(input, new Vector(values, null, null));
    }

    /** The same with a further input of a row a sample. */
    public Batch with(String input, double[][] rows) {
        return with(input, new Vector(null, null, rows));
    }

    private Batch with(String input, Vector values) {
        Map<String, Vector> more = new LinkedHashMap<>(inputs);
        more.put(input, values);
        return new Batch(truth, prediction, more, weights);
    }

    /** How many samples there are. */
    public int size() {
        return prediction.size();
    }

    /**
     * What the samples hold, with these further inputs in this order.
     *
     * @throws Refusal where one of them is missing, or another is there
     */
    Layout layout(List<Input> wanted, String loss) {
        List<String> names = new ArrayList<>();
        int[] widths = new int[wanted.size()];
        for (Input input : wanted) {
            Vector values = inputs.get(input.name());
            if (values == null) {
                throw new Refusal(
                        Refusal.Code.NO_COLUMN,
                        loss + " needs the input '" + input.name() + "': " + input.description());
            }
            widths[names.size()] = values.width();
            names.add(input.name());
        }
        for (String name : inputs.keySet()) {
            if (!names.contains(name)) {
                throw new Refusal(Refusal.Code.USAGE, loss + " takes no input '" + name + "'");
            }
        }
        int truths = truth == null ? 0 : truth.width();
        List<String> none = List.of();
        return new Layout(truths, prediction.width(), names, widths, weights != null, none, none, none);
    }

    /**
     * Fills a block of the layout of these inputs.
     *
     * @throws Refusal where a value is NaN or an infinity, but for the Infinity of a bound that is none
     */
    void fill(Block block, List<Input> wanted) {
        block.clear(size());
        if (truth != null) {
            fill("truth", truth, block.truth());
        }
        fill("prediction", prediction, block.prediction());
        List<String> names = block.layout().inputs();
        for (int i = 0; i < names.size(); i++) {
            fill(names.get(i), inputs.get(names.get(i)), block.vector(i + 1));
        }
        if (weights != null) {
            fill("weights", new Vector(weights, null, null), block.weights());
        }
        block.places(new ArrayPlaces(names));
        requireFinite(block, wanted);
        block.rows(size());
    }

    private void requireFinite(Block block, List<Input> wanted) {
        Layout layout = block.layout();
        requireFinite(block, block.truth(), layout.truthWidth(), Places.Role.TRUTH, 0, false);
        requireFinite(block, block.prediction(), layout.predictionWidth(), Places.Role.PREDICTION, 0, false);
        for (int i = 0; i < wanted.size(); i++) {
            boolean open = wanted.get(i).domain().open();
            requireFinite(block, block.vector(i + 1), layout.inputWidths()[i], Places.Role.INPUT, i, open);
        }
        if (weights != null) {
            requireFinite(block, block.weights(), 1, Places.Role.WEIGHT, 0, false);
        }
    }

    private void requireFinite(Block block, double[] values, int width, Places.Role role, int input, boolean open) {
        int length = size() * width;
        for (int i = 0; i < length; i++) {
            double value = values[i];
            if (!(Math.abs(value) <= Double.MAX_VALUE) && !(open && value > 0)) {
                int stride = role == Places.Role.INPUT ? inputs.size() : 1;
                String name = block.places().name(i / width, role, input + stride * (i % width));
                String text = String.valueOf(value);
                throw new Refusal(Refusal.Code.NOT_FINITE, name + " is " + text + ", not finite").value(text);
            }
        }
    }

    private void fill(String name, Vector values, double[] to) {
        if (values.size() != size()) {
            throw new Refusal(
                    Refusal.Code.SHAPE, name + " has " + values.size() + " samples, the prediction " + size());
        }
        values.copy(name, to);
    }
}
