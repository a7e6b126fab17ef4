package lossctl.write;

import java.util.List;
import lossctl.eval.Epochs;
import lossctl.eval.Result;
import lossctl.eval.Score;
import lossctl.eval.Sliced;

/** Writes the answers of evaluations. The outputs are left open. */
public final class Results {
    private Results() {}

    /** Writes the answer for one loss, the first of the result. */
    public static void write(Result result, Style style, CheckedOut out) {
        Score score = result.scores().get(0);
        if (style.format() == OutputFormat.VALUE) {
            out.line(style.number(score.value()));
        } else {
            SingleResult.write(result, style, out);
        }
    }

    /**
     * Writes quantiles of the samples' losses.
     *
     * @param quantiles which, as the user said them
     * @param values of each loss those quantiles
     */
    public static void writeQuantiles(
            Result all, List<String> quantiles, double[][] values, Style style, CheckedOut out) {
        QuantileTable.write(all, quantiles, values, style, out);
    }

    /** Writes a training log, a row an epoch. */
    public static void writeEpochs(Epochs epochs, Style style, CheckedOut out) {
        EpochTable.write(epochs, style, out);
    }

    /**
     * Writes the answers for several losses and sets of samples: a row a set, and one for all of them where there are
     * several.
     *
     * @param files one result a file, in order
     * @param total the result for all of them together
     */
    public static void writeEvaluation(List<Result> files, Result total, Style style, CheckedOut out) {
        writeEvaluation(files, total, null, style, out);
    }

    /** The same with the groups, of each set too: in tables they are the rows, and one for all of them. */
    public static void writeEvaluation(List<Result> files, Result total, Sliced sliced, Style style, CheckedOut out) {
        if (style.format() == OutputFormat.JSON) {
            EvaluationJson.write(files, total, sliced, style, out);
        } else if (sliced != null) {
            GroupTable.write(files, sliced, total, style, out);
        } else {
            EvaluationTable.write(files, total, style, out);
        }
    }
}
