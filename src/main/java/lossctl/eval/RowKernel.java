package lossctl.eval;

import java.util.Arrays;
import lossctl.data.Block;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.UndefinedLoss;

/** A row of predictions against its truth. */
final class RowKernel implements Kernel {
    /** Turns of a loop in one call, so that the compiler counts calls and compiles nothing twice. */
    private static final int TURNS = 32;

    private final RowLoss loss;
    private final double[] truthRow;
    private final double[] row;
    private final double[] result;

    RowKernel(RowLoss loss, int outputs, int truthWidth) {
        this.loss = loss;
        truthRow = new double[truthWidth];
        row = new double[outputs];
        result = new double[outputs];
    }

    @Override
    public void values(Block block, double[] truth, double[] out) {
        for (int i = 0; i < block.rows(); i += TURNS) {
            values(block, truth, out, i, Math.min(i + TURNS, block.rows()));
        }
    }

    private void values(Block block, double[] truth, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            load(block, truth, i);
            try {
                out[i] = loss.value(truthRow, row);
            } catch (ArithmeticException e) {
                out[i] = Double.NaN; // exact steps take no sum that is not finite
            } catch (UndefinedLoss e) {
                throw Kernel.undefined(block, i, e);
            }
        }
    }

    @Override
    public int outputs() {
        return loss.element() == null ? 1 : row.length;
    }

    @Override
    public void outputs(Block block, double[] truth, double[] out) {
        PointwiseLoss element = loss.element();
        double[] prediction = block.prediction();
        for (int i = 0; i < block.rows() * row.length; i++) {
            out[i] = element.value(truth[i], prediction[i]);
        }
    }

    @Override
    public void gradients(Block block, double[] truth, double[][] out) {
        for (int i = 0; i < block.rows(); i++) {
            load(block, truth, i);
            try {
                loss.gradient(truthRow, row, result);
            } catch (ArithmeticException e) {
                Arrays.fill(result, Double.NaN);
            }
            System.arraycopy(result, 0, out[0], i * row.length, row.length);
        }
    }

    @Override
    public void hessians(Block block, double[] truth, double[] out) {
        for (int i = 0; i < block.rows(); i++) {
            load(block, truth, i);
            try {
                loss.hessian(truthRow, row, result);
            } catch (ArithmeticException e) {
                Arrays.fill(result, Double.NaN);
            }
            System.arraycopy(result, 0, out, i * row.length, row.length);
        }
    }

    private void load(Block block, double[] truth, int i) {
        System.arraycopy(truth, i * truthRow.length, truthRow, 0, truthRow.length);
        System.arraycopy(block.prediction(), i * row.length, row, 0, row.length);
    }
}
