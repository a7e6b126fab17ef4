package lossctl.cli;

import java.util.List;
import lossctl.data.Dataset;
import lossctl.eval.Detail;
import lossctl.eval.Evaluation;
import lossctl.eval.Influence;
import lossctl.eval.Result;
import lossctl.eval.Run;
import lossctl.loss.Domain;
import lossctl.loss.GroupLoss;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;
import lossctl.num.DecimalReader;
import lossctl.write.Results;
import lossctl.write.SampleWriter;

/** What is told of single samples over all files: the worst of them, and the quantiles of their losses. */
final class SamplesOptions {
    static final Option WORST = Option.value(
            "--worst",
            null,
            "K",
            Option.Section.DETAIL,
            "the K worst samples, of all files: of the greatest loss or the least score");
    static final Option QUANTILES = Option.value(
            "--quantiles",
            null,
            "Q,..",
            Option.Section.DETAIL,
            "quantiles of the samples' losses: 0.5,0.9 (8 bytes each)");

    static final Option INFLUENCE = Option.value(
            "--influence",
            null,
            "K",
            Option.Section.DETAIL,
            "the K samples without which the total would change most, and by how much (leave-one-out)");

    /** All of them. */
    static final List<Option> ALL = List.of(WORST, QUANTILES, INFLUENCE);

    private static final int MOST = 1_000_000;

    private SamplesOptions() {}

    /** Whether one of them is given, and goes with the rest. */
    static boolean areGiven(Arguments arguments, List<Selection> losses) {
        boolean rows = arguments.has(WORST) || arguments.has(INFLUENCE);
        if (arguments.has(Options.KEEP) && !rows) {
            throw new UsageError("--keep carries columns into rows of samples: it goes with --worst or --influence");
        }
        if (!isAny(arguments)) {
            return false;
        }
        String name = null;
        for (Option option : ALL) {
            if (arguments.has(option) && name != null) {
                throw new UsageError(name + " and " + option.name() + " are two answers: ask for one at a time");
            }
            name = arguments.has(option) ? option.name() : name;
        }
        if (arguments.has(UncertaintyOptions.CI)) {
            throw new UsageError(name + " tells of samples, --ci of their mean: one at a time");
        }
        if (GroupOptions.areGiven(arguments)) {
            throw new UsageError(name + " is over all samples: it does not go with --by");
        }
        for (Selection selection : losses) {
            boolean whole = selection.loss() instanceof SummaryLoss || selection.loss() instanceof GroupLoss;
            if (whole && !arguments.has(INFLUENCE)) {
                throw new UsageError(
                        name + ": " + selection.spec().name() + " is no mean over samples, of which each has a loss");
            }
        }
        if (rows && losses.size() > 1) {
            throw new UsageError(name + " wants one loss: by which of them?");
        }
        quantiles(arguments);
        worst(arguments);
        influence(arguments);
        return true;
    }

    /** Whether one of them is given. */
    static boolean isAny(Arguments arguments) {
        return arguments.has(WORST) || arguments.has(QUANTILES) || arguments.has(INFLUENCE);
    }

    /** How many of the most influential samples are wanted. */
    static int influence(Arguments arguments) {
        return arguments.integer(INFLUENCE, 1, MOST, 0);
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

    /** What is asked for, to be written. */
    static Picture.Rows rows(
            Arguments arguments, Evaluation evaluation, Result all, Run total, List<Dataset> datasets) {
        if (!arguments.has(QUANTILES)) {
            return samples(arguments, evaluation, all, total, datasets);
        }
        double[] quantiles = quantiles(arguments);
        double[][] values = new double[evaluation.losses().size()][quantiles.length];
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < quantiles.length; k++) {
                values[i][k] = total.quantile(i, quantiles[k]);
            }
        }
        return (style, out) -> Results.writeQuantiles(all, arguments.list(QUANTILES), values, style, out);
    }

    private static Picture.Rows samples(
            Arguments arguments, Evaluation evaluation, Result all, Run total, List<Dataset> datasets) {
        Selection loss = evaluation.losses().get(0);
        boolean labels = loss.loss().truth().kind() == Domain.Kind.LABEL;
        boolean hasId = arguments.has(Options.ID_COL);
        boolean worst = arguments.has(WORST);
        Detail detail = new Detail(worst && !loss.spec().isMetric(), false, worst, !worst, false);
        return (style, out) -> {
            SampleWriter writer = new SampleWriter(loss.spec().name(), true, labels, detail, style, out).ranked();
            if (worst) {
                total.worst(detail, hasId, writer);
            } else {
                Influence.tell(evaluation, datasets, total, influence(arguments), hasId, writer);
            }
            writer.finish(all);
        };
    }
}
