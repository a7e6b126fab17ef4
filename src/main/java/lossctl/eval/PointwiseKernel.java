package lossctl.eval;

import lossctl.data.Block;
import lossctl.loss.PointwiseLoss;
import lossctl.num.CompensatedSum;

/** One truth against one prediction; a sample of several outputs has their mean. */
final class PointwiseKernel implements Kernel {
    /** After so many samples a loop of the loss's own is worth its making. */
    private static final int LOOP_PAYS = 10_000;

    /** How many samples are looked at at once: few enough to stay in the first cache. */
    private static final int STRIP = 512;

    /** At first, so many: a loop that is called often enough is compiled as a whole, not in its midst and once more. */
    private static final int SHORT = 32;

    private static final int SHORT_UNTIL = 200_000;

    private final PointwiseLoss loss;
    private final int outputs;
    private final CompensatedSum sum = new CompensatedSum();
    private PointwiseLoop own;
    private double[] truths;
    private double[] predictions;
    private double[] losses;
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
            if (own == null && seen + rows >= LOOP_PAYS) {
                own = PointwiseLoop.of(loss.getClass());
            }
            if (own != null) {
                strips(truth, prediction, out, rows);
                return;
            }
            seen += rows;
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

    /**
     * Copies a strip at a time to where every array begins: losses without branches are then computed eight at once,
     * which no compiler dares where it has to ask whether one array is the other, a few places on.
     */
    private void strips(double[] truth, double[] prediction, double[] out, int rows) {
        if (truths == null) {
            truths = new double[STRIP];
            predictions = new double[STRIP];
            losses = new double[STRIP];
        }
        seen = Math.min(seen + rows, SHORT_UNTIL);
        int strip = seen < SHORT_UNTIL ? SHORT : STRIP;
        for (int at = 0; at < rows; at += strip) {
            int count = Math.min(strip, rows - at);
            System.arraycopy(truth, at, truths, 0, count);
            System.arraycopy(prediction, at, predictions, 0, count);
            own.values(loss, truths, predictions, losses, count);
            System.arraycopy(losses, 0, out, at, count);
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
