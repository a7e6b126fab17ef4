package lossctl.convention;

import java.util.List;
import lossctl.loss.Selection;

/**
 * Samples and the loss of them: what an engine can compute without knowing any framework.
 *
 * @param selection the loss, with what a mean divides by
 * @param rows the number of samples
 * @param truth the truths, {@code truthWidth} a sample
 * @param truthWidth values a truth has; 0 where there is none
 * @param prediction the predictions, {@code outputs} a sample
 * @param outputs values a prediction has
 * @param inputs names of the further arrays
 * @param vectors the further arrays
 * @param widths values a sample has in each of them
 * @param weights a weight a sample; NaN for a sample that does not count; null where each is 1
 */
public record Part(
        Selection selection,
        int rows,
        double[] truth,
        int truthWidth,
        double[] prediction,
        int outputs,
        List<String> inputs,
        List<double[]> vectors,
        int[] widths,
        double[] weights) {}
