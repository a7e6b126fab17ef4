package lossctl.eval;

import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Refusal;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.TupleLoss;
import lossctl.loss.UndefinedLoss;

/** Computes the losses of the samples of a block, for the families that have a loss a sample. One thread's. */
interface Kernel {

    /** Writes each sample's loss. */
    void values(Block block, double[] truth, double[] out);

    /**
     * Writes the derivative of each sample's loss by its predictions ({@code out[0]}) and further inputs, row by row.
     */
    void gradients(Block block, double[] truth, double[][] out);

    /**
     * A sample's loss over {@link PointwiseLoss#FAR_UNIT}, where it is itself past the range of doubles; NaN where the loss does not
     * tell it so.
     */
    default double farValue(Block block, double[] truth, int row) {
        return Double.NaN;
    }

    /** Writes the derivatives of a mean once more that came out infinite, where only those of the sample are. */
    default void mendGradients(Block block, double[] truth, double[] weights, double denominator, double[][] out) {}

    /** Writes the diagonal of the Hessian by the predictions, row by row. */
    void hessians(Block block, double[] truth, double[] out);

    /** A sample that leaves a loss without a value, with its place. */
    static Refusal undefined(Block block, int row, UndefinedLoss reason) {
        return placed(code(reason), reason.getMessage(), block, row);
    }

    /** The code of a refusal for this reason. */
    static Refusal.Code code(UndefinedLoss reason) {
        return reason.isOfShape() ? Refusal.Code.SHAPE : Refusal.Code.UNDEFINED;
    }

    /** A sample that is refused, with its place. */
    static Refusal placed(Refusal.Code code, String why, Block block, int row) {
        Refusal placed = new Refusal(code, why);
        block.places().mark(placed, row, Places.Role.PREDICTION, 0);
        if (placed.line() > 0) {
            return new Refusal(code, why).in(placed.file()).at(placed.line(), 0);
        }
        return new Refusal(code, block.places().describe(row) + ": " + why);
    }

    /** How many losses {@link #outputs(Block, double[], double[])} writes a sample. */
    default int outputs() {
        return 1;
    }

    /** Writes the losses of each sample's outputs, where a framework sees them as samples of their own. */
    default void outputs(Block block, double[] truth, double[] out) {
        values(block, truth, out);
    }

    /** The kernel of a loss that has per-sample values; null for the others. */
    static Kernel of(Loss loss, Layout layout, int truthWidth) {
        if (loss instanceof PointwiseLoss pointwise) {
            return new PointwiseKernel(pointwise, layout.predictionWidth());
        }
        if (loss instanceof RowLoss row) {
            return new RowKernel(row, layout.predictionWidth(), truthWidth);
        }
        if (loss instanceof TupleLoss tuple) {
            return new TupleKernel(tuple, layout, truthWidth);
        }
        return null;
    }
}
