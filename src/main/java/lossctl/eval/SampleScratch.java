package lossctl.eval;

import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.loss.Manner;

/** Reused arrays for what is computed of every sample of a block. */
final class SampleScratch {
    private final int[] widths;
    private final int texts;
    private final int losses;
    private final Detail detail;
    private final boolean passesOverWeightless;
    private double[] loss = {};
    private final double[][] gradients;
    private double[] hessian = {};
    private double[] share = {};

    /** {@code losses} says how many a sample has at most. */
    SampleScratch(Layout layout, Detail detail, Manner manner, int losses) {
        this.losses = losses;
        passesOverWeightless = manner.passesOverWeightless();
        widths = layout.vectorWidths();
        texts = layout.texts().size();
        gradients = new double[widths.length][0];
        this.detail = detail;
    }

    void ensure(int rows) {
        if (share.length < rows) {
            loss = new double[rows * losses];
            share = new double[rows];
            hessian = new double[rows * widths[0]];
            for (int v = 0; v < widths.length; v++) {
                gradients[v] = new double[rows * widths[v]];
            }
        }
    }

    boolean wantsGradient() {
        return detail.gradient();
    }

    boolean wantsHessian() {
        return detail.hessian();
    }

    double[] loss() {
        return loss;
    }

    double[][] gradients() {
        return gradients;
    }

    double[] gradient() {
        return gradients[0];
    }

    double[] hessian() {
        return hessian;
    }

    /** Turns derivatives of the samples' losses into those of the reduced loss, for the prediction and every input. */
    void scaleGradients(int rows, double[] weights, double denominator) {
        for (int v = 0; v < gradients.length; v++) {
            scale(gradients[v], widths[v], rows, weights, denominator);
        }
    }

    /** The same for the diagonal of the Hessian. */
    void scaleHessian(int rows, double[] weights, double denominator) {
        scale(hessian, widths[0], rows, weights, denominator);
    }

    private void scale(double[] derivative, int width, int rows, double[] weights, double denominator) {
        for (int row = 0, i = 0; row < rows; row++) {
            double weight = weights == null ? 1 : weights[row];
            for (int end = i + width; i < end; i++) {
                if (weight == 0 || Double.isNaN(weight)) {
                    // 0, or NaN for what is infinite; not divided, as all weights may be 0
                    derivative[i] = passesOverWeightless || weight != 0 ? 0 : derivative[i] * weight;
                } else {
                    double product = derivative[i] * weight;
                    boolean over = Math.abs(product) == Double.POSITIVE_INFINITY;
                    // past the range of doubles on the way only
                    derivative[i] = over ? derivative[i] / denominator * weight : product / denominator;
                }
            }
        }
    }

    /** Each sample's part of the total; NaN (written empty) where the total is 0 or a loss is negative. */
    void share(int rows, double[] weights, double total) {
        for (int i = 0; i < rows; i++) {
            double weighed = weights == null ? loss[i] : weights[i] > 0 ? loss[i] * weights[i] : 0;
            share[i] = total > 0 && total <= Double.MAX_VALUE ? weighed / total : Double.NaN;
        }
    }

    /** Each loss times its sample's weight, as it counts in a sum; {@code each} a sample. */
    void weigh(int rows, int each, double[] weights) {
        if (weights != null && each > 0) {
            scale(loss, each, rows, weights, 1);
        }
    }

    void round(int rows, int each) {
        Float32.round(loss, rows * each);
        Float32.round(gradients[0], rows * widths[0]);
        Float32.round(hessian, rows * widths[0]);
        Float32.round(share, rows);
    }

    SampleRows rows(Block block, boolean hasLoss) {
        String[][] columns = new String[texts][];
        for (int i = 0; i < texts; i++) {
            columns[i] = block.texts(i);
        }
        return new SampleRows(
                block.rows(),
                columns,
                block.truth(),
                block.prediction(),
                hasLoss ? loss : null,
                detail.gradient() ? gradients : null,
                detail.hessian() ? hessian : null,
                detail.share() ? share : null);
    }
}
