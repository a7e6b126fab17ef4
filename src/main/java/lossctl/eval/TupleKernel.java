package lossctl.eval;

import java.util.Arrays;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.loss.TupleLoss;
import lossctl.loss.UndefinedLoss;

/** Several vectors of one sample: the prediction and the further inputs that the loss takes. */
final class TupleKernel implements Kernel {
    private final TupleLoss loss;
    private final double[] truthRow;
    private final int[] source;
    private final double[][] rows;
    private final double[][] results;

    TupleKernel(TupleLoss loss, Layout layout, int truthWidth) {
        this.loss = loss;
        truthRow = new double[truthWidth];
        int count = loss.inputs().size() + 1;
        source = new int[count];
        rows = new double[count][];
        results = new double[count][];
        for (int v = 0; v < count; v++) {
            source[v] = v == 0
                    ? 0
                    : layout.inputs().indexOf(loss.inputs().get(v - 1).name()) + 1;
            rows[v] = new double[layout.vectorWidths()[source[v]]];
            results[v] = new double[rows[v].length];
        }
    }

    @Override
    public void values(Block block, double[] truth, double[] out) {
        for (int i = 0; i < block.rows(); i++) {
            load(block, truth, i);
            try {
                out[i] = loss.value(truthRow, rows);
            } catch (ArithmeticException e) {
                out[i] = Double.NaN; // exact steps take no sum that is not finite
            } catch (UndefinedLoss e) {
                throw Kernel.undefined(block, i, e);
            }
        }
    }

    @Override
    public void gradients(Block block, double[] truth, double[][] out) {
        for (int i = 0; i < block.rows(); i++) {
            load(block, truth, i);
            try {
                loss.gradient(truthRow, rows, results);
            } catch (ArithmeticException e) {
                for (double[] result : results) {
                    Arrays.fill(result, Double.NaN);
                }
            }
            for (int v = 0; v < rows.length; v++) {
                System.arraycopy(results[v], 0, out[v], i * rows[v].length, rows[v].length);
            }
        }
    }

    @Override
    public void hessians(Block block, double[] truth, double[] out) {
        for (int i = 0; i < block.rows(); i++) {
            load(block, truth, i);
            try {
                loss.hessian(truthRow, rows, results[0]);
            } catch (ArithmeticException e) {
                Arrays.fill(results[0], Double.NaN);
            }
            System.arraycopy(results[0], 0, out, i * rows[0].length, rows[0].length);
        }
    }

    private void load(Block block, double[] truth, int i) {
        System.arraycopy(truth, i * truthRow.length, truthRow, 0, truthRow.length);
        for (int v = 0; v < rows.length; v++) {
            System.arraycopy(block.vector(source[v]), i * rows[v].length, rows[v], 0, rows[v].length);
        }
    }
}
