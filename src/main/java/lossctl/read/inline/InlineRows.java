package lossctl.read.inline;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Refusal;

/** Puts the lists of one command line side by side, a row a sample. */
final class InlineRows {
    private final int samples;
    private final boolean oneRow;
    private InlineList prediction;
    private int predictionWidth;
    private InlineList truth;
    private int truthWidth;
    private InlineList weights;
    private final List<String> inputNames = new ArrayList<>();
    private final List<InlineList> inputs = new ArrayList<>();
    private final List<Integer> inputWidths = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param samples how many samples the prediction has
     * @param oneRow whether the prediction is a list that stands for one row
     */
    InlineRows(int samples, boolean oneRow) {
        this.samples = samples;
        this.oneRow = oneRow;
    }

    void prediction(InlineList list) {
        prediction = list;
        predictionWidth = oneRow ? list.size() : list.isFlat() ? 1 : list.width();
    }

    void truth(InlineList list, Inline.Truth kind) {
        truth = list;
        truthWidth = width(list, kind != Inline.Truth.VALUE);
        if (kind == Inline.Truth.ROW && truthWidth > 1 && truthWidth != predictionWidth) {
            throw shape(
                    list.isFlat() && prediction.isFlat()
                            ? "--true has " + list.extent() + " but --pred has " + prediction.size()
                            : "--true has rows of " + truthWidth + " values but --pred has rows of " + predictionWidth);
        }
    }

    void weights(InlineList list) {
        weights = list;
        if (width(list, false) != 1) {
            throw shape(list.option() + " has rows of " + list.width() + " values; a sample has one weight")
                    .hint("one value a sample, as in 1,0.5");
        }
    }

    void input(String name, InlineList list, boolean row) {
        inputNames.add(name);
        inputs.add(list);
        inputWidths.add(width(list, row));
    }

    /** How many values of a list belong to a sample. */
    private int width(InlineList list, boolean row) {
        if (!list.isFlat()) {
            if (list.rows() != samples) {
                throw lengths(list);
            }
            return list.width();
        }
        if (list.size() == samples) {
            return 1;
        }
        if (row && samples == 1 && list.size() > 0) {
            return list.size();
        }
        throw lengths(list);
    }

    private Refusal lengths(InlineList list) {
        if (list.isFlat() && prediction.isFlat() && !oneRow) {
            return shape(list.option() + " has " + list.extent() + " but --pred has " + prediction.size());
        }
        String other = oneRow ? "1 row" : prediction.extent();
        return shape(list.option() + " has " + list.extent() + " but --pred has " + other)
                .hint("rows end with ; as in 1,2;3,4");
    }

    private static Refusal shape(String message) {
        return new Refusal(Refusal.Code.SHAPE, message);
    }

    Dataset dataset() {
        int[] widths = new int[inputs.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = inputWidths.get(i);
        }
        Layout layout = new Layout(
                truthWidth,
                predictionWidth,
                List.copyOf(inputNames),
                widths,
                weights != null,
                List.of(),
                List.of(),
                List.of());
        return new InlineData(this, layout);
    }

    int samples() {
        return samples;
    }

    /** Truth, prediction, weights, then the inputs; null where there is none. */
    List<InlineList> lists() {
        List<InlineList> all = new ArrayList<>();
        all.add(truth);
        all.add(prediction);
        all.add(weights);
        all.addAll(inputs);
        return all;
    }
}
