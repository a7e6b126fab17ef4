package lossctl.eval;

/**
 * Some consecutive samples with what was computed for each; arrays may be longer than the rows need.
 *
 * @param rows how many samples
 * @param texts the columns carried along, as in the layout: the id first where there is one
 * @param truth as it was read, {@code layout.truthWidth()} a row
 * @param prediction as it was read, {@code layout.predictionWidth()} a row
 * @param loss each sample's loss, or as many a row as {@link SampleSink#start} told; null for a loss without per-sample
 *     values
 * @param gradients by the prediction, then by each further input of the loss; each as wide as that; null unless wanted
 * @param hessian as wide as the prediction; null unless wanted
 * @param share each sample's part of the total, NaN where it has none; null unless wanted
 * @param influence how the total would change without each sample, NaN where it would have no value; null unless wanted
 */
public record SampleRows(
        int rows,
        String[][] texts,
        double[] truth,
        double[] prediction,
        double[] loss,
        double[][] gradients,
        double[] hessian,
        double[] share,
        double[] influence) {

    /** Rows without influences. */
    public SampleRows(
            int rows,
            String[][] texts,
            double[] truth,
            double[] prediction,
            double[] loss,
            double[][] gradients,
            double[] hessian,
            double[] share) {
        this(rows, texts, truth, prediction, loss, gradients, hessian, share, null);
    }

    /** The gradient by the prediction; null unless wanted. */
    public double[] gradient() {
        return gradients == null ? null : gradients[0];
    }
}
