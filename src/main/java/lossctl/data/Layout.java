package lossctl.data;

import java.util.List;

/**
 * What the rows of a source hold: how wide truth and prediction are, which further inputs there are, and which texts
 * are carried along.
 *
 * @param truthWidth values a truth has; 0 where there is none
 * @param predictionWidth values a prediction has
 * @param inputs the further inputs that were asked for, in that order
 * @param inputWidths values each of them has
 * @param weighted whether there is a weight a sample
 * @param texts names of the text columns carried along: the id first where there is one, then those asked for
 * @param truthNames names of the truth's columns, for messages
 * @param predictionNames names of the prediction's columns, for messages
 */
public record Layout(
        int truthWidth,
        int predictionWidth,
        List<String> inputs,
        int[] inputWidths,
        boolean weighted,
        List<String> texts,
        List<String> truthNames,
        List<String> predictionNames) {

    /** The widths of all vectors of a sample: the prediction's, then those of the inputs. */
    public int[] vectorWidths() {
        int[] widths = new int[inputWidths.length + 1];
        widths[0] = predictionWidth;
        System.arraycopy(inputWidths, 0, widths, 1, inputWidths.length);
        return widths;
    }
}
