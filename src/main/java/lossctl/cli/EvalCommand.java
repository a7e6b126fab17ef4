package lossctl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.catalog.Catalog;
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
import lossctl.loss.Spec;
import lossctl.write.OutputFormat;
import lossctl.write.Results;
import lossctl.write.Style;

/** {@code lossctl eval -l L1,L2 [FILE...]}: several losses in one reading, a row a file and a total. */
final class EvalCommand implements Command {
    static final Option LOSSES = Option.value(
            "--losses",
            "-l",
            "L1,L2",
            Option.Section.LOSS,
            "losses and metrics; parameters as huber:delta=2, lists by /");

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
        options.add(LOSSES);
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
        List<Option> theirs = LossOptions.inputs(args, true);
        return theirs.isEmpty() ? this : new EvalCommand(theirs);
    }

    @Override
    public List<String> examples() {
        return List.of("lossctl eval -l mse,mae preds.csv", "lossctl eval -l sparse_cce,accuracy epoch_*.csv");
    }

    @Override
    public int run(Arguments arguments, Console console) {
        return evaluate(arguments, console, LossOptions.as(losses(arguments.get(LOSSES)), arguments));
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
        List<Dataset> datasets = datasets(arguments, input, console, new EvalCommand());
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

    /** What a command that takes files and pipes is to read. */
    static List<Dataset> datasets(Arguments arguments, DataOptions input, Console console, Command command) {
        if (input.isInline()) {
            return new ArrayList<>(List.of(input.inline()));
        }
        int passes = arguments.has(GroupOptions.BINS) || arguments.has(SamplesOptions.INFLUENCE) ? 2 : 1;
        if (input.isPair()) {
            Progress.begin(arguments, console, input.files(List.of()), passes);
            return new ArrayList<>(List.of(input.pair(console)));
        }
        List<String> paths = FileOptions.paths(arguments, console);
        if (paths.isEmpty()) {
            if (console.inIsTerminal()) {
                throw new UsageError("no data: give FILEs, --true and --pred, or a pipe", Help.brief(command));
            }
            paths = List.of("-");
        }
        Progress.begin(arguments, console, input.files(paths), passes);
        return FileOptions.datasets(paths, input, console);
    }

    /** {@code huber:delta=2,mae}: the losses with their parameters. */
    static List<Selection> losses(String text) {
        if (text == null) {
            throw new UsageError("which losses? -l mse,mae");
        }
        List<Selection> losses = new ArrayList<>();
        for (String part : Arguments.split(text, ',')) {
            List<String> words = LossOptions.words(part);
            Spec spec = Catalog.find(words.get(0));
            if (words.get(0).isEmpty()) {
                throw new UsageError("--losses '" + text + "': a name is missing");
            }
            if (spec == null) {
                throw new UsageError(Unknown.loss("loss", words.get(0), List.of()));
            }
            Map<String, String> settings = new LinkedHashMap<>();
            for (String word : words.subList(1, words.size())) {
                int equals = word.indexOf('=');
                String name = equals < 0 ? word : word.substring(0, equals);
                if (settings.put(name.replace('-', '_'), equals < 0 ? "" : word.substring(equals + 1)) != null) {
                    throw new UsageError("--losses '" + part + "': " + name + " is given twice");
                }
            }
            losses.add(LossOptions.select(spec, words.get(0), settings));
        }
        return losses;
    }
}
