package lossctl.eval;

import lossctl.data.Block;
import lossctl.loss.PointwiseLoss;
import lossctl.num.CompensatedSum;

/** One truth against one prediction; a sample of several outputs has their mean. */
final class PointwiseKernel implements Kernel {
    /** After so many samples a loop of the loss's own is worth its making. */
    private static final int LOOP_PAYS = 10_000;

    private final PointwiseLoss loss;
    private final int outputs;
    private final CompensatedSum sum = new CompensatedSum();
    private PointwiseLoop own;
    private int seen;

    PointwiseKernel(PointwiseLoss loss, int outputs) {
        this.loss = loss;
        this.outputs = outputs;
    }

    @Override
    public void values(Block block, double[] truth, double[] out) {
        double[] prediction = block.prediction();
        int rows = block.rows();
        if (outputs == 1) {
            if (own != null) {
                own.values(loss, truth, prediction, out, rows);
                return;
            }
            seen += rows;
            if (seen >= LOOP_PAYS) {
                own = PointwiseLoop.of(loss.getClass());
            }
            for (int i = 0; i < rows; i++) {
                out[i] = loss.value(truth[i], prediction[i]);
            }
            return;
        }
        for (int row = 0, i = 0; row < rows; row++) {
            sum.clear();
            for (int end = i + outputs; i < end; i++) {
                sum.add(loss.value(truth[i], prediction[i]));
            }
            out[row] = sum.value() / outputs;
        }
    }

    @Override
    public void gradients(Block block, double[] truth, double[][] out) {
        double[] prediction = block.prediction();
        for (int i = 0; i < block.rows() * outputs; i++) {
            out[0][i] = loss.slope(truth[i], prediction[i]) / outputs;
        }
    }

    @Override
    public void hessians(Block block, double[] truth, double[] out) {
        double[] prediction = block.prediction();
        for (int i = 0; i < block.rows() * outputs; i++) {
            out[i] = loss.curvature(truth[i], prediction[i]) / outputs;
        }
    }
}
