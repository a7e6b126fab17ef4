package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Omissions;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.Reduction;
import lossctl.eval.Run;
import lossctl.eval.Uncertainty;
import lossctl.eval.Watch;
import lossctl.journal.Partial;
import lossctl.journal.Settings;
import lossctl.loss.GroupLoss;
import lossctl.loss.Selection;
import lossctl.num.StateWriter;

/** {@code lossctl partial -l L FILES... -o P}: the exact state of an evaluation, to be merged with others. */
final class PartialCommand implements Command {
    private static final Option INTERVALS = Option.value(
            "--ci", null, "PERCENT", Option.Section.STATISTICS, "keep what it takes to tell intervals after merging");
    private static final Option OUT =
            Option.value("--output", "-o", "FILE", Option.Section.OUTPUT, "write there, not to standard output");

    /** Where the data are: the parts of a data set may lie in places of all kinds. */
    private static final List<Option> PLACES =
            List.of(Options.TRUE_FILE, Options.PRED_FILE, Options.KEY, Options.JOIN, RejectOptions.REJECTS);

    private final List<Option> inputs;

    PartialCommand() {
        this(List.of());
    }

    /** The command with options for the further arrays of its losses. */
    private PartialCommand(List<Option> inputs) {
        this.inputs = inputs;
    }

    @Override
    public String name() {
        return "partial";
    }

    @Override
    public String summary() {
        return "the exact state of an evaluation as a small file, for merge";
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
        for (Option option : Options.READING) {
            if (option.section() == Option.Section.FILES || option == Options.LABELS) {
                options.add(option);
            }
        }
        options.addAll(inputs);
        options.add(FileOptions.FILES_FROM);
        options.add(FileOptions.GLOB);
        options.addAll(RejectOptions.ALL);
        options.addAll(Options.COMPUTING);
        options.add(SamplesOptions.WORST);
        options.add(Options.KEEP);
        options.add(GroupOptions.BY);
        options.add(INTERVALS);
        options.add(OUT);
        options.addAll(Options.COMMON);
        return options;
    }

    @Override
    public Command with(List<String> args) {
        List<Option> theirs = LossList.inputs(args, false);
        return theirs.isEmpty() ? this : new PartialCommand(theirs);
    }

    @Override
    public List<String> examples() {
        return List.of("lossctl partial -l mse,r2 part_1.csv -o 1.partial", "lossctl merge 1.partial 2.partial");
    }

    @Override
    public int run(Arguments arguments, Console console) {
        List<Selection> losses = LossList.of(arguments);
        Evaluator evaluator = evaluator(arguments, losses);
        DataOptions input = new DataOptions(arguments, losses);
        List<Dataset> datasets = FileOptions.datasets(arguments, input, console, this);
        boolean strict = arguments.has(Options.STRICT);
        Run total = null;
        for (Dataset data : datasets) {
            try (BlockSource source = data.open()) {
                Run run = evaluator.run(source);
                List<String> remarks = new ArrayList<>(source.warnings());
                remarks.addAll(run.warnings());
                if (strict && !remarks.isEmpty()) {
                    throw new Refusal(Refusal.Code.STRICT, remarks.get(0) + " (--strict)");
                }
                EvaluationOptions.tell(arguments, console, remarks, run.n(), run.skipped());
                if (total == null) {
                    total = run;
                } else {
                    total.join(run);
                }
            } catch (Refusal refusal) {
                throw refusal.inUnlessNamed(data.name());
            }
        }
        RejectOptions.write(arguments, input.rejects(), datasets);
        write(arguments, console, JournalOptions.settings(arguments, PLACES), total);
        return 0;
    }

    /** Writes a state, whole or not at all. */
    static void write(Arguments arguments, Console console, Settings settings, Run run) {
        StateWriter state = new StateWriter();
        run.save(state);
        OutputOptions.write(arguments, console, out -> Partial.write(settings, run.n(), state.toBytes(), out));
    }

    /** What makes the states of partials, and makes them again: under the options that they were made with. */
    static Evaluator evaluator(Arguments arguments, List<Selection> losses) {
        for (Selection selection : losses) {
            if (selection.loss() instanceof GroupLoss) {
                throw new UsageError(selection.spec().name()
                        + " needs all samples at once: no small file holds its state (mse, rmse and r2 have one)");
            }
        }
        SamplesOptions.areGiven(arguments, losses);
        Watch watch =
                new Watch(GroupOptions.by(arguments, List.of(), Policy.STRICT), SamplesOptions.worst(arguments), false);
        Omissions omissions = new DataOptions(arguments, losses).omissions();
        return new Evaluator(evaluation(arguments, losses), omissions, watch);
    }

    /** Errors are always kept, for {@code --json} tells them. */
    static Evaluation evaluation(Arguments arguments, List<Selection> losses) {
        Evaluation plain = EvaluationOptions.ofOneValue(arguments, losses);
        Evaluation evaluation = UncertaintyOptions.with(arguments, plain, true);
        return evaluation.uncertainty() == null && plain.reduction() == Reduction.MEAN
                ? plain.with(Uncertainty.ERRORS)
                : evaluation;
    }
}
