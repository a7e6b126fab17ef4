package lossctl.read;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Places;

/**
 * How a row of one table and a row of another make one row: which side each part comes from. The first text of both sides
 * may be their key, which is left out.
 */
final class Merge {
    private final Layout[] sides;
    private final Layout layout;
    private final int truthSide;
    private final int predictionSide;
    private final int[] inputSides;
    private final int[] inputIndices;
    private final int[] textSides;
    private final int[] textIndices;

    /**
     * Every part from the side whose layout has it.
     *
     * @param keyed whether the first text of both sides is their key
     * @param idSide the side whose first text behind the key is the id; -1 for none
     */
    Merge(Layout left, Layout right, List<String> inputs, boolean keyed, int idSide) {
        sides = new Layout[] {left, right};
        truthSide = left.truthWidth() > 0 ? 0 : 1;
        predictionSide = left.predictionWidth() > 0 ? 0 : 1;
        inputSides = new int[inputs.size()];
        inputIndices = new int[inputs.size()];
        int[] widths = new int[inputs.size()];
        for (int i = 0; i < widths.length; i++) {
            inputSides[i] = left.inputs().contains(inputs.get(i)) ? 0 : 1;
            inputIndices[i] = sides[inputSides[i]].inputs().indexOf(inputs.get(i));
            widths[i] = sides[inputSides[i]].inputWidths()[inputIndices[i]];
        }
        int first = keyed ? 1 : 0;
        int count = left.texts().size() + right.texts().size() - 2 * first;
        textSides = new int[count];
        textIndices = new int[count];
        List<String> texts = new ArrayList<>();
        for (int side : idSide == 1 ? new int[] {1, 0, 1} : new int[] {0, 1}) {
            int from = idSide == 1 && side == 1 && !texts.isEmpty() ? first + 1 : first;
            int to = idSide == 1 && texts.isEmpty()
                    ? first + 1
                    : sides[side].texts().size();
            for (int i = from; i < to; i++) {
                textSides[texts.size()] = side;
                textIndices[texts.size()] = i;
                texts.add(sides[side].texts().get(i));
            }
        }
        layout = new Layout(
                sides[truthSide].truthWidth(),
                sides[predictionSide].predictionWidth(),
                List.copyOf(inputs),
                widths,
                left.weighted() || right.weighted(),
                texts,
                sides[truthSide].truthNames(),
                sides[predictionSide].predictionNames());
    }

    /** What the rows hold. */
    Layout layout() {
        return layout;
    }

    /** Writes row {@code row} of a block; false where one of the two is a gap, so that there is nothing to write. */
    boolean write(Block left, int leftRow, Block right, int rightRow, Block to, int row) {
        if (isGap(left, leftRow) || isGap(right, rightRow)) {
            return false;
        }
        Block[] from = {left, right};
        int[] rows = {leftRow, rightRow};
        copy(from[truthSide].truth(), rows[truthSide], to.truth(), row, layout.truthWidth());
        copy(from[predictionSide].prediction(), rows[predictionSide], to.prediction(), row, layout.predictionWidth());
        for (int i = 0; i < inputSides.length; i++) {
            int side = inputSides[i];
            copy(from[side].vector(inputIndices[i] + 1), rows[side], to.vector(i + 1), row, layout.inputWidths()[i]);
        }
        if (layout.weighted()) {
            int side = weightSide();
            to.weights()[row] = from[side].weights()[rows[side]];
        }
        for (int i = 0; i < textSides.length; i++) {
            to.texts(i)[row] = from[textSides[i]].texts(textIndices[i])[rows[textSides[i]]];
        }
        return true;
    }

    private int weightSide() {
        return sides[0].weighted() ? 0 : 1;
    }

    private static void copy(double[] from, int fromRow, double[] to, int toRow, int width) {
        System.arraycopy(from, fromRow * width, to, toRow * width, width);
    }

    private static boolean isGap(Block block, int row) {
        Layout layout = block.layout();
        if (layout.truthWidth() > 0) {
            return Gap.is(block.truth()[row * layout.truthWidth()]);
        }
        if (layout.weighted()) {
            return Gap.is(block.weights()[row]);
        }
        int[] widths = layout.vectorWidths();
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                return Gap.is(block.vector(i)[row * widths[i]]);
            }
        }
        return false;
    }

    /** The side that a value comes from: 0 or 1. */
    int side(Places.Role role, int index) {
        return switch (role) {
            case TRUTH -> truthSide;
            case PREDICTION -> predictionSide;
            case WEIGHT -> weightSide();
            case INPUT -> inputSides[index % inputSides.length];
        };
    }

    /** The index that a value has on its side. */
    int index(Places.Role role, int index) {
        if (role != Places.Role.INPUT) {
            return index;
        }
        int input = index % inputSides.length;
        return inputIndices[input] + sides[inputSides[input]].inputs().size() * (index / inputSides.length);
    }
}
