package lossctl.cli;

import java.util.List;
import lossctl.eval.Evaluation;
import lossctl.eval.Reduction;
import lossctl.eval.Result;
import lossctl.eval.Score;
import lossctl.loss.ClassLoss;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;

/** How the number is made, as the options say. */
final class EvaluationOptions {
    private EvaluationOptions() {}

    static Evaluation of(Arguments arguments, List<Selection> losses) {
        Reduction reduction = switch (arguments.word(Options.REDUCTION, "mean", "sum", "none")) {
            case "sum" -> Reduction.SUM;
            case "none" -> Reduction.NONE;
            default -> Reduction.MEAN;
        };
        if (reduction != Reduction.MEAN) {
            for (Selection selection : losses) {
                refuseReduction(selection, reduction);
            }
        }
        boolean float32 = isFloat32(arguments);
        int processors = Runtime.getRuntime().availableProcessors();
        int threads = arguments.integer(Options.THREADS, 1, 1024, processors);
        boolean strict = arguments.has(Options.STRICT);
        return new Evaluation(losses, reduction, float32, strict, threads, isUnchecked(arguments, losses));
    }

    /** Whether inputs and results are rounded to single precision. */
    static boolean isFloat32(Arguments arguments) {
        return arguments.word(Options.DTYPE, "float64", "float32").equals("float32");
    }

    /** The same where every loss is to have one value, so that nothing stays unreduced. */
    static Evaluation ofOneValue(Arguments arguments, List<Selection> losses) {
        Evaluation evaluation = of(arguments, losses);
        if (evaluation.reduction() == Reduction.NONE) {
            throw new UsageError("--reduction none leaves a value a sample, and this takes one a loss; lossctl "
                    + losses.get(0).spec().name() + " FILE --per-sample gives them");
        }
        return evaluation;
    }

    /**
     * Whether columns are left unread, as {@code --unchecked} allows: where no loss sees more than the prediction of the
     * true class, and nothing but the loss is shown of a sample.
     */
    static boolean isUnchecked(Arguments arguments, List<Selection> losses) {
        boolean allowed = arguments.has(Options.UNCHECKED) && !"none".equals(arguments.get(Options.REDUCTION));
        for (Option detail : Options.DETAILS) {
            allowed &= !arguments.has(detail);
        }
        for (Selection selection : losses) {
            allowed &= selection.loss() instanceof ClassLoss loss && loss.seesTrueClassAlone();
        }
        return allowed;
    }

    /** Whether a loss is one of samples, so that their sum may be asked for. */
    static boolean isReducible(Loss loss) {
        return !(loss instanceof SummaryLoss || loss instanceof GroupLoss);
    }

    private static void refuseReduction(Selection selection, Reduction reduction) {
        if (!isReducible(selection.loss())) {
            throw new UsageError(
                    "--reduction " + reduction.word() + ": " + selection.spec().name()
                            + " is no sum over samples; it has one value (mse and mae can be reduced)");
        }
    }

    /** Warnings, and how many rows were skipped, on standard error. */
    static void tell(Arguments arguments, Console console, List<String> warnings, long n, long skipped) {
        tell(arguments, console, "", warnings, n, skipped);
    }

    private static void tell(
            Arguments arguments, Console console, String of, List<String> warnings, long n, long skipped) {
        if (arguments.has(Options.QUIET)) {
            return;
        }
        for (String warning : warnings) {
            console.complain("lossctl: warning: " + warning);
        }
        if (skipped > 0) {
            String rows = skipped == 1 ? " row" : " rows";
            console.complain("lossctl: " + of + skipped + rows + " skipped, " + n + " counted");
        }
    }

    /** Warnings, and under {@code --verbose} the signatures, on standard error. */
    static void tell(Arguments arguments, Console console, Result result) {
        tell(arguments, console, result, false);
    }

    /** The same of one of several files, which is named where rows of it were skipped. */
    static void tell(Arguments arguments, Console console, Result result, boolean several) {
        String of = several ? result.name() + ": " : "";
        tell(arguments, console, of, result.warnings(), result.n(), result.skipped());
        if (arguments.has(Options.VERBOSE) && !arguments.has(Options.QUIET)) {
            for (Score score : result.scores()) {
                console.remark("lossctl: " + score.signature());
            }
        }
    }
}
