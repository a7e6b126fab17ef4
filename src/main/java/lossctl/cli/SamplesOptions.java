package lossctl.cli;

import java.util.List;
import lossctl.eval.Detail;
import lossctl.eval.Evaluation;
import lossctl.eval.Result;
import lossctl.eval.Run;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;
import lossctl.num.DecimalReader;
import lossctl.write.Results;
import lossctl.write.SampleWriter;
import lossctl.write.Style;

/** What is told of single samples over all files: the worst of them, and the quantiles of their losses. */
final class SamplesOptions {
    static final Option WORST = Option.value(
            "--worst", null, "K", Option.Section.DETAIL, "the K samples with the greatest loss, of all files");
    static final Option QUANTILES = Option.value(
            "--quantiles",
            null,
            "Q,..",
            Option.Section.DETAIL,
            "quantiles of the samples' losses: 0.5,0.9 (8 bytes each)");

    /** All of them. */
    static final List<Option> ALL = List.of(WORST, QUANTILES);

    private static final int MOST = 1_000_000;

    private SamplesOptions() {}

    /** Whether one of them is given, and goes with the rest. */
    static boolean areGiven(Arguments arguments, List<Selection> losses) {
        if (arguments.has(Options.KEEP) && !arguments.has(WORST)) {
            throw new UsageError("--keep carries columns into rows of samples: it goes with --worst");
        }
        if (!arguments.has(WORST) && !arguments.has(QUANTILES)) {
            return false;
        }
        String name = arguments.has(WORST) ? WORST.name() : QUANTILES.name();
        if (arguments.has(WORST) && arguments.has(QUANTILES)) {
            throw new UsageError("--worst and --quantiles are two answers: ask for one at a time");
        }
        if (arguments.has(UncertaintyOptions.CI)) {
            throw new UsageError(name + " tells of samples, --ci of their mean: one at a time");
        }
        if (GroupOptions.areGiven(arguments)) {
            throw new UsageError(name + " is over all samples: it does not go with --by");
        }
        for (Selection selection : losses) {
            if (selection.loss() instanceof SummaryLoss || selection.loss() instanceof GroupLoss) {
                throw new UsageError(
                        name + ": " + selection.spec().name() + " is no mean over samples, of which each has a loss");
            }
        }
        if (arguments.has(WORST) && losses.size() > 1) {
            throw new UsageError("--worst wants one loss: worst by which of them?");
        }
        quantiles(arguments);
        worst(arguments);
        return true;
    }

    /** How many of the worst samples are wanted. */
    static int worst(Arguments arguments) {
        return arguments.integer(WORST, 1, MOST, 0);
    }

    /** The quantiles that are wanted. */
    private static double[] quantiles(Arguments arguments) {
        List<String> words = arguments.list(QUANTILES);
        double[] quantiles = new double[words.size()];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = DecimalReader.read(words.get(i));
            if (!(quantiles[i] >= 0 && quantiles[i] <= 1)) {
                throw new UsageError("--quantiles '" + words.get(i) + "': not a number from 0 to 1");
            }
        }
        return quantiles;
    }

    /** Writes what is asked for. */
    static void write(Arguments arguments, Console console, Evaluation evaluation, Style style, Result all, Run total) {
        if (arguments.has(WORST)) {
            writeWorst(arguments, console, evaluation, style, all, total);
            return;
        }
        double[] quantiles = quantiles(arguments);
        double[][] values = new double[evaluation.losses().size()][quantiles.length];
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < quantiles.length; k++) {
                values[i][k] = total.quantile(i, quantiles[k]);
            }
        }
        OutputOptions.write(
                arguments, console, out -> Results.writeQuantiles(all, arguments.list(QUANTILES), values, style, out));
    }

    private static void writeWorst(
            Arguments arguments, Console console, Evaluation evaluation, Style style, Result all, Run total) {
        Selection loss = evaluation.losses().get(0);
        boolean labels = loss.loss().truth().kind() == Domain.Kind.LABEL;
        Detail detail = new Detail(!loss.spec().isMetric(), false, true);
        OutputOptions.write(arguments, console, out -> {
            SampleWriter writer = new SampleWriter(loss.spec().name(), true, labels, detail, style, out);
            total.worst(detail, arguments.has(Options.ID_COL), writer);
            writer.finish(all);
        });
    }
}
