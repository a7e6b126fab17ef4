package lossctl.read.inline;

import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Refusal;

/** Names values by their number among those written: {@code prediction 2}, {@code prediction 2 of row 1}. */
final class InlinePlaces implements Places {
    private final Layout layout;
    private final int[] origin;
    private final int samples;

    /** Places of rows, each with the number it had before others were left out. */
    InlinePlaces(Layout layout, int[] origin, int samples) {
        this.layout = layout;
        this.origin = origin;
        this.samples = samples;
    }

    @Override
    public Refusal mark(Refusal refusal, int row, Role role, int index) {
        return refusal;
    }

    @Override
    public String name(int row, Role role, int index) {
        switch (role) {
            case TRUTH:
                return place("truth", row, index, layout.truthWidth());
            case PREDICTION:
                return place("prediction", row, index, layout.predictionWidth());
            case WEIGHT:
                return place("weight", row, index, 1);
            default:
                int inputs = layout.inputs().size();
                int input = index % inputs;
                return place(layout.inputs().get(input), row, index / inputs, layout.inputWidths()[input]);
        }
    }

    private String place(String what, int row, int index, int width) {
        if (width == 1) {
            return what + " " + (origin[row] + 1);
        }
        String name = what + " " + (index + 1);
        return samples == 1 ? name : name + " of row " + (origin[row] + 1);
    }

    @Override
    public String describe(int row) {
        return "row " + (origin[row] + 1);
    }
}
