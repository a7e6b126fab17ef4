package lossctl.eval;

import lossctl.data.Block;
import lossctl.data.Places;
import lossctl.data.Refusal;
import lossctl.loss.Adjustment;
import lossctl.loss.Domain;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.DecimalWriter;

/**
 * What each sample of a block weighs: its weight times that of its class, and {@link #IGNORED} where its class is
 * ignored, so that it does not count at all.
 */
final class Weights {
    /** The weight of a sample that does not count. */
    static final double IGNORED = Double.NaN;

    private final double[] classWeights;
    private final int ignored;
    private final boolean given;
    private final boolean checked;
    private double[] scratch = {};

    Weights(Selection selection, boolean given) {
        // a loss that puts its classes' weights to a use of its own has a parameter of its own
        boolean perClass = Adjustment.CLASS_WEIGHTS.isAmong(selection.params().list());
        classWeights = perClass ? selection.params().numbers("class_weights") : null;
        ignored = selection.loss().truth().ignored();
        this.given = given;
        // a framework's weights may be anything, and the convention has marked what does not count
        checked = selection.manner() == Manner.MATH;
    }

    /** Whether samples may count other than 1. */
    boolean any() {
        return given || classWeights != null || ignored != Domain.NOTHING;
    }

    /** The weights of a block's samples; null where each is 1. {@code truth} holds class indices if they matter. */
    double[] of(Block block, double[] truth) {
        if (!any()) {
            return null;
        }
        int rows = block.rows();
        if (given && checked) {
            check(block);
        }
        if (classWeights == null && ignored == Domain.NOTHING) {
            return block.weights();
        }
        if (scratch.length < rows) {
            scratch = new double[rows];
        }
        for (int i = 0; i < rows; i++) {
            double weight = given ? block.weights()[i] : 1;
            if (truth[i] == ignored) {
                weight = IGNORED;
            } else if (classWeights != null) {
                weight *= classWeight(block, i, (int) truth[i]);
            }
            scratch[i] = weight;
        }
        return scratch;
    }

    /** The truths with ignored class indices replaced by 0, so that a loss never sees them: they weigh nothing. */
    double[] readable(Block block, double[] truth) {
        if (ignored == Domain.NOTHING) {
            return truth;
        }
        double[] readable = java.util.Arrays.copyOf(truth, block.rows());
        for (int i = 0; i < readable.length; i++) {
            readable[i] = readable[i] == ignored ? 0 : readable[i];
        }
        return readable;
    }

    private double classWeight(Block block, int row, int label) {
        if (label >= classWeights.length) {
            throw new Refusal(
                    Refusal.Code.SHAPE,
                    "--class-weights has " + classWeights.length
                            + (classWeights.length == 1 ? " weight, but " : " weights, but ")
                            + block.places().describe(row) + " is of class " + label);
        }
        return classWeights[label];
    }

    private static void check(Block block) {
        double[] weights = block.weights();
        for (int i = 0; i < block.rows(); i++) {
            if (!(weights[i] >= 0 && weights[i] <= Double.MAX_VALUE)) {
                String text = DecimalWriter.text(weights[i]);
                String message = block.places().name(i, Places.Role.WEIGHT, 0) + " is " + text
                        + ": weights are finite and not negative";
                throw block.places()
                        .mark(new Refusal(Refusal.Code.BAD_WEIGHT, message).value(text), i, Places.Role.WEIGHT, 0);
            }
        }
    }
}
