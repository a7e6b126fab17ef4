package lossctl.write;

import lossctl.eval.SampleRows;

/** Rows with a gradient by the prediction alone. */
final class SampleRowsOf {
    private SampleRowsOf() {}

    static SampleRows gradient(
            int rows,
            String[][] texts,
            double[] truth,
            double[] prediction,
            double[] loss,
            double[] gradient,
            double[] hessian,
            double[] share) {
        double[][] gradients = gradient == null ? null : new double[][] {gradient};
        return new SampleRows(rows, texts, truth, prediction, loss, gradients, hessian, share);
    }
}
