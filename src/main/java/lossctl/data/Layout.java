package lossctl.data;

import java.util.ArrayList;
import java.util.List;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

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

    /** Takes the layout down, but for the names of the columns of truth and prediction. */
    public void save(StateWriter out) {
        out.integer(truthWidth);
        out.integer(predictionWidth);
        saveTexts(inputs, out);
        for (int width : inputWidths) {
            out.integer(width);
        }
        out.flag(weighted);
        saveTexts(texts, out);
    }

    private static void saveTexts(List<String> list, StateWriter out) {
        out.integer(list.size());
        for (String text : list) {
            out.text(text);
        }
    }

    /** The layout that was taken down; columns of truth and prediction have no names. */
    public static Layout load(StateReader in) {
        int truthWidth = (int) in.integer();
        int predictionWidth = (int) in.integer();
        List<String> inputs = loadTexts(in);
        int[] widths = new int[inputs.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = (int) in.integer();
        }
        boolean weighted = in.flag();
        return new Layout(truthWidth, predictionWidth, inputs, widths, weighted, loadTexts(in), List.of(), List.of());
    }

    private static List<String> loadTexts(StateReader in) {
        int count = in.count(1);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.text());
        }
        return texts;
    }
}
