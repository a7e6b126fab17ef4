package lossctl.eval;

import java.util.Arrays;
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
    private final boolean plain;
    private PointwiseLoop own;
    private double[] truths;
    private double[] predictions;
    private double[] losses;
    /** Not 0 where a loss of any strip so far is not finite. */
    private double[] marks;

    private int seen;

    PointwiseKernel(PointwiseLoss loss, int outputs) {
        this.loss = loss;
        this.outputs = outputs;
        plain = loss.isPlain();
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
        for (int row = 0; row < rows; row++) {
            int from = row * outputs;
            out[row] = CompensatedSum.mean(outputs, i -> loss.value(truth[from + i], prediction[from + i]));
            double far = Double.isInfinite(out[row]) ? farValue(block, truth, row) : Double.NaN;
            out[row] = Double.isNaN(far) ? out[row] : far * PointwiseLoss.FAR_UNIT;
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
            marks = new double[STRIP];
        }
        seen = Math.min(seen + rows, SHORT_UNTIL);
        int strip = seen < SHORT_UNTIL ? SHORT : STRIP;
        for (int at = 0; at < rows; at += strip) {
            int count = Math.min(strip, rows - at);
            System.arraycopy(truth, at, truths, 0, count);
            System.arraycopy(prediction, at, predictions, 0, count);
            own.values(loss, truths, predictions, losses, count);
            if (!plain) {
                mark(losses, marks, count);
            }
            System.arraycopy(losses, 0, out, at, count);
        }
        if (!plain && isMarked(marks)) {
            Arrays.fill(marks, 0);
            lookAgain(truth, prediction, out, rows);
        }
    }

    /** Without a branch on any of them: a strip in the first cache is passed at hardly any price. */
    private static void mark(double[] losses, double[] marks, int count) {
        for (int i = 0; i < count; i++) {
            marks[i] += losses[i] * 0;
        }
    }

    private static boolean isMarked(double[] marks) {
        for (double mark : marks) {
            if (mark != 0) {
                return true;
            }
        }
        return false;
    }

    /** Losses that are not finite by the plain formula may be so by the whole one. */
    private void lookAgain(double[] truth, double[] prediction, double[] out, int rows) {
        for (int i = 0; i < rows; i++) {
            if (!Double.isFinite(out[i])) {
                out[i] = loss.value(truth[i], prediction[i]);
            }
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
    public double farValue(Block block, double[] truth, int row) {
        double[] prediction = block.prediction();
        double sum = 0;
        for (int i = row * outputs; i < (row + 1) * outputs; i++) {
            double value = loss.value(truth[i], prediction[i]);
            boolean far = Double.isInfinite(value);
            sum += far ? loss.farValue(truth[i], prediction[i]) : value / PointwiseLoss.FAR_UNIT;
        }
        return sum / outputs;
    }

    @Override
    public void mendGradients(Block block, double[] truth, double[] weights, double denominator, double[][] out) {
        double[] prediction = block.prediction();
        for (int i = 0; i < block.rows() * outputs; i++) {
            if (Double.isInfinite(out[0][i])) {
                double weight = weights == null ? 1 : weights[i / outputs];
                double slope = loss.farSlope(truth[i], prediction[i]) / outputs * weight / denominator;
                out[0][i] = Double.isFinite(slope) ? slope * PointwiseLoss.FAR_UNIT : out[0][i];
            }
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
