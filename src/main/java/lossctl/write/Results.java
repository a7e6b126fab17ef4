package lossctl.write;

import java.util.List;
import lossctl.eval.Result;

/** Writes the answers of evaluations. */
public final class Results {
    private Results() {}

    /** Writes the answer for one loss, the first of the result. */
    public static void write(Result result, Style style, CheckedOut out) {
        if (style.format() == OutputFormat.VALUE) {
            out.line(style.number(result.scores().get(0).value()));
            return;
        }
    }

    /**
     * Writes the answers for several losses and sets of samples.
     *
     * @param files one result a file, in order
     * @param total the result for all of them together
     */
    public static void writeEvaluation(List<Result> files, Result total, Style style, CheckedOut out) {}
}
