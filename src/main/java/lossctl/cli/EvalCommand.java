package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Dataset;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.GroupBy;
import lossctl.eval.Grouped;
import lossctl.eval.Influence;
import lossctl.eval.Result;
import lossctl.eval.Run;
import lossctl.eval.Sliced;
import lossctl.eval.Sweep;
import lossctl.eval.Watch;
import lossctl.journal.Journal;
import lossctl.loss.Selection;
import lossctl.write.OutputFormat;
import lossctl.write.Results;
import lossctl.write.Style;

/** {@code lossctl eval -l L1,L2 [FILE...]}: several losses in one reading, a row a file and a total. */
final class EvalCommand implements Command {
    private final List<Option> inputs;

    EvalCommand() {
        this(List.of());
    }

    /** The command with options for the further arrays of its losses. */
    private EvalCommand(List<Option> inputs) {
        this.inputs = inputs;
    }

    @Override
    public String name() {
        return "eval";
    }

    @Override
    public String summary() {
        return "several losses over one or many dumps, in one reading";
    }

    @Override
    public String operands() {
        return "[FILE...]";
    }

    @Override
    public int maxOperands() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        options.add(LossList.LOSSES);
        options.addAll(Options.READING);
        options.addAll(inputs);
        options.addAll(FileOptions.ALL);
        options.add(JournalOptions.JOURNAL);
        options.addAll(RejectOptions.ALL);
        options.addAll(Options.COMPUTING);
        options.addAll(SamplesOptions.ALL);
        options.add(Options.KEEP);
        options.addAll(GroupOptions.ALL);
        options.addAll(UncertaintyOptions.ALL);
        options.add(Gates.FAIL_IF);
        options.addAll(Options.GATED_WRITING);
        options.add(Report.HTML);
        options.addAll(Options.COMMON);
        return options;
    }

    @Override
    public Command with(List<String> args) {
        List<Option> theirs = LossList.inputs(args, true);
        return theirs.isEmpty() ? this : new EvalCommand(theirs);
    }

    @Override
    public List<String> examples() {
        return List.of("lossctl eval -l mse,mae preds.csv", "lossctl eval -l sparse_cce,accuracy epoch_*.csv");
    }

    @Override
    public int run(Arguments arguments, Console console) {
        return evaluate(arguments, console, LossList.of(arguments));
    }

    /** Evaluates the losses over all files and writes the answers. */
    static int evaluate(Arguments arguments, Console console, List<Selection> losses) {
        Evaluation plain = EvaluationOptions.ofOneValue(arguments, losses);
        Style style = OutputOptions.style(arguments, OutputFormat.TABLE, plain.float32());
        Evaluation evaluation = UncertaintyOptions.with(arguments, plain, style.format() == OutputFormat.JSON);
        Gates gates = Gates.of(arguments);
        DataOptions input = new DataOptions(arguments, losses);
        if (FileOptions.isHistory(arguments)) {
            if (!gates.isEmpty()) {
                throw new UsageError("--fail-if is about one result: it does not go with --train and --val");
            }
            return History.evaluate(arguments, console, new Evaluator(evaluation, input.omissions()), input, style);
        }
        List<Dataset> datasets = FileOptions.datasets(arguments, input, console, new EvalCommand());
        GroupBy by = GroupOptions.by(arguments, datasets, input.omissions().policy());
        boolean samples = SamplesOptions.areGiven(arguments, losses);
        if (arguments.has(SamplesOptions.INFLUENCE)) {
            datasets.replaceAll(Influence::readTwice);
        }
        Report report = Report.of(arguments, Surveyed.title("Evaluation", datasets), style);
        Watch watch = new Watch(
                by,
                SamplesOptions.worst(arguments),
                arguments.has(SamplesOptions.QUANTILES),
                Report.survey(report, losses));
        Evaluator evaluator = new Evaluator(evaluation, input.omissions(), watch);
        List<Result> files = new ArrayList<>();
        List<Grouped> slices = new ArrayList<>();
        Run[] total = new Run[1];
        try (Journal journal = JournalOptions.open(arguments, console, evaluation, by, datasets)) {
            Sweep.evaluate(evaluator, datasets, journal, (result, run) -> {
                files.add(result);
                EvaluationOptions.tell(arguments, console, result, datasets.size() > 1);
                if (by != null && datasets.size() > 1) {
                    slices.add(run.groups());
                }
                if (total[0] == null) {
                    total[0] = run;
                } else {
                    total[0].append(run);
                }
            });
        }
        Result all = total[0].result("(all)", List.of());
        RejectOptions.write(arguments, input.rejects(), datasets);
        Sliced sliced = by == null ? null : new Sliced(total[0].groups(), slices);
        Sliced groups = GroupOptions.told(arguments, console, evaluation, sliced);
        Picture.Rows rows = samples
                ? SamplesOptions.rows(arguments, evaluation, all, total[0], datasets)
                : (look, out) -> Results.writeEvaluation(files, all, groups, look, out);
        OutputOptions.writeUnless(!samples && gates.isReported(), arguments, console, out -> rows.write(style, out));
        Figures figures = Figures.of(all);
        int status = gates.isEmpty()
                ? 0
                : gates.check(samples ? figures : figures.with(Slices.of(files, all, groups)), arguments, console);
        if (report != null) {
            report.add(files, all, groups);
            if (samples) {
                report.table(arguments.has(SamplesOptions.QUANTILES) ? "Quantiles" : "Samples", rows);
            }
            report.add(total[0].survey(), all, losses);
            report.write(gates.outcome());
        }
        return status;
    }
}
