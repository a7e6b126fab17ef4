package lossctl.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lossctl.data.Dataset;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.eval.Comparison;
import lossctl.eval.Contrast;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.GroupBy;
import lossctl.eval.Result;
import lossctl.eval.Sampled;
import lossctl.eval.Sweep;
import lossctl.eval.Uncertainty;
import lossctl.eval.Watch;
import lossctl.loss.Selection;
import lossctl.read.json.Baseline;
import lossctl.write.ContrastTable;
import lossctl.write.Footing;
import lossctl.write.OutputFormat;
import lossctl.write.Style;

/** {@code lossctl compare BASE NEW [MORE...]}: the same samples under two or more models, pair by pair. */
final class CompareCommand implements Command {
    private static final Option UNMATCHED = Option.value(
            "--unmatched", null, "fail|skip", Option.Section.STATISTICS, "keys that only one of two files has");
    private static final Option TEST = Option.value(
            "--test",
            null,
            "auto|t|permutation|mcnemar",
            Option.Section.STATISTICS,
            "how p is found; auto is t, or McNemar's for metrics of 0 and 1");

    private final List<Option> inputs;

    CompareCommand() {
        this(List.of());
    }

    /** The command with options for the further arrays of its losses. */
    private CompareCommand(List<Option> inputs) {
        this.inputs = inputs;
    }

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String summary() {
        return "the same samples under two or more models: change, interval, test and verdict";
    }

    @Override
    public String operands() {
        return "BASE NEW [MORE...]";
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
            if (option.section() == Option.Section.FILES && !isAboutTwoFiles(option)) {
                options.add(option);
            }
        }
        options.add(Options.LABELS);
        options.addAll(inputs);
        options.addAll(List.of(Options.AS, Options.DTYPE, Options.THREADS, Options.STRICT));
        options.addAll(List.of(GroupOptions.BY, GroupOptions.MIN_N));
        options.addAll(UncertaintyOptions.ALL);
        options.addAll(List.of(TEST, UNMATCHED, Gates.FAIL_IF));
        options.addAll(Options.GATED_WRITING);
        options.add(Report.HTML);
        options.addAll(Options.COMMON);
        return options;
    }

    private static boolean isAboutTwoFiles(Option option) {
        return option == Options.TRUE_FILE || option == Options.PRED_FILE || option == Options.JOIN;
    }

    @Override
    public Command with(List<String> args) {
        List<Option> theirs = LossList.inputs(args, false);
        return theirs.isEmpty() ? this : new CompareCommand(theirs);
    }

    @Override
    public List<String> examples() {
        return List.of(
                "lossctl compare base.csv new.csv -l mse",
                "lossctl compare a.csv b.csv -l mae,r2 --key id --fail-if 'mae.change>+5%'",
                "lossctl compare nightly.json new.csv -l mse");
    }

    @Override
    public int run(Arguments arguments, Console console) {
        if (arguments.operands().size() < 2) {
            throw new UsageError("compare what with what? lossctl compare base.csv new.csv -l mse");
        }
        List<Selection> losses = LossList.of(arguments);
        String level = arguments.has(UncertaintyOptions.CI) ? arguments.get(UncertaintyOptions.CI) : "95";
        Evaluation evaluation =
                EvaluationOptions.ofOneValue(arguments, losses).with(UncertaintyOptions.of(arguments, level));
        Style style = OutputOptions.style(arguments, OutputFormat.TABLE, evaluation.float32());
        Gates gates = Gates.of(arguments);
        boolean skip = arguments.word(UNMATCHED, "fail", "skip").equals("skip");
        if (arguments.has(UNMATCHED) && !arguments.has(Options.KEY)) {
            throw new UsageError("--unmatched goes with --key: --key id");
        }
        String test = arguments.word(TEST, "auto", "t", "permutation", "mcnemar");
        Comparison.Test chosen = Comparison.Test.valueOf(test.toUpperCase(Locale.ROOT));
        String first = arguments.operands().get(0);
        Report report = Report.of(arguments, "Comparison with " + FileOptions.shortName(first), style);
        GroupBy by = GroupOptions.by(arguments, List.of(), Policy.STRICT);
        Baseline baseline = first.endsWith(".json")
                ? Baseline.of(first, by == null ? 0 : by.columns().size())
                : null;
        List<String> files = arguments.operands();
        refuseTwice(files.subList(1, files.size()));
        Progress.begin(arguments, console, baseline == null ? files : files.subList(1, files.size()), 1);
        List<Result> results = new ArrayList<>();
        Footing footing = new Footing();
        List<Contrast> contrasts;
        try {
            contrasts = baseline == null
                    ? paired(arguments, console, evaluation, chosen, skip, by, results, footing)
                    : unpaired(arguments, console, evaluation, baseline, by, results);
        } catch (Refusal refusal) {
            String saved = saved(refusal, files.subList(1, files.size()));
            throw saved != null
                    ? new Refusal(refusal.code(), "a saved evaluation has no samples: only BASE may be one")
                            .in(saved)
                            .hint("lossctl compare " + saved + " NEW")
                    : refusal;
        }
        int least = GroupOptions.least(arguments);
        contrasts.removeIf(contrast -> contrast.group() != null && contrast.n() < least);
        results.forEach(footing::add);
        List<Contrast> adjusted = Contrasts.adjusted(contrasts);
        List<String> columns = by == null ? List.of() : by.columns();
        OutputOptions.writeUnless(
                gates.isReported(),
                arguments,
                console,
                out -> ContrastTable.write(adjusted, columns, footing, style, out));
        int status = gates.isEmpty() ? 0 : gates.check(Contrasts.figures(adjusted, results), arguments, console);
        if (report != null) {
            report.table("Changes", (look, out) -> ContrastTable.write(adjusted, columns, footing, look, out));
            report.write(gates.outcome());
        }
        return status;
    }

    private static void refuseTwice(List<String> candidates) {
        Set<String> seen = new HashSet<>();
        for (String candidate : candidates) {
            if (!seen.add(candidate)) {
                throw new UsageError("'" + candidate + "' is named twice: its tests would count twice");
            }
        }
    }

    /**
     * The candidate that is what {@code eval --json} saves; null where another reason is that of a refusal. Looked at once
     * there is one: numbers of a saved evaluation may pass for those of a sample where columns are named by their places.
     */
    private static String saved(Refusal refusal, List<String> candidates) {
        if (refusal.code() == Refusal.Code.NO_COLUMN || refusal.code() == Refusal.Code.SHAPE) {
            for (String candidate : candidates) {
                boolean meant = refusal.file() == null || candidate.equals(refusal.file());
                if (meant && candidate.endsWith(".json") && Baseline.of(candidate, 0) != null) {
                    return candidate;
                }
            }
        }
        return null;
    }

    private static List<Contrast> paired(
            Arguments arguments,
            Console console,
            Evaluation evaluation,
            Comparison.Test test,
            boolean skip,
            GroupBy by,
            List<Result> results,
            Footing footing) {
        Sampled base = null;
        List<Contrast> contrasts = new ArrayList<>();
        for (String operand : arguments.operands()) {
            DataOptions input = input(arguments, evaluation);
            Dataset data = input.of(operand, console);
            String key = arguments.get(Options.KEY);
            Sampled sampled = Sampled.read(data, evaluation, input.omissions(), key, by);
            EvaluationOptions.tell(arguments, console, sampled.result());
            results.add(sampled.result());
            if (base == null) {
                base = sampled;
            } else {
                if (skip) {
                    results.add(unmatched(arguments, console, base, sampled, footing));
                }
                contrasts.addAll(Comparison.of(evaluation, test, base, sampled, skip, by));
            }
        }
        return contrasts;
    }

    /** How many samples have a partner and how many have none, which is said. */
    private static Result unmatched(
            Arguments arguments, Console console, Sampled base, Sampled candidate, Footing footing) {
        long alone = Comparison.unmatched(base, candidate);
        long others = Comparison.unmatched(candidate, base);
        footing.unmatched(candidate.name(), alone, others);
        if (alone + others > 0 && !arguments.has(Options.QUIET)) {
            console.complain("lossctl: left out without a partner: " + alone + " of "
                    + base.result().n() + " samples of " + base.name() + ", " + others + " of "
                    + candidate.result().n() + " of " + candidate.name());
        }
        long most = Math.max(alone, others);
        return new Result(candidate.name(), base.result().n() - alone, most, List.of(), List.of());
    }

    private static DataOptions input(Arguments arguments, Evaluation evaluation) {
        String key = arguments.get(Options.KEY);
        return new DataOptions(arguments, evaluation.losses()).keeping(key == null ? List.of() : List.of(key));
    }

    private static List<Contrast> unpaired(
            Arguments arguments,
            Console console,
            Evaluation evaluation,
            Baseline baseline,
            GroupBy by,
            List<Result> results) {
        for (Option option : List.of(Options.KEY, TEST, UncertaintyOptions.CLUSTER)) {
            if (arguments.has(option)) {
                throw new UsageError(
                        option.name() + " wants the samples of both sides, and " + baseline.name() + " has none");
            }
        }
        if (evaluation.uncertainty().method() != Uncertainty.Method.T) {
            throw new UsageError("--ci-method "
                    + evaluation.uncertainty().method().word() + " wants the samples of both sides, and "
                    + baseline.name() + " has none");
        }
        List<Contrast> contrasts = new ArrayList<>();
        for (String operand :
                arguments.operands().subList(1, arguments.operands().size())) {
            DataOptions input = input(arguments, evaluation);
            Evaluator evaluator = new Evaluator(evaluation, input.omissions(), Watch.groups(by));
            Sweep.evaluate(evaluator, List.of(input.of(operand, console)), (result, run) -> {
                EvaluationOptions.tell(arguments, console, result);
                results.add(result);
                contrasts.addAll(SavedComparison.of(baseline, result, by == null ? null : run.groups()));
            });
        }
        if (!arguments.has(Options.QUIET)) {
            console.complain(
                    "lossctl: unpaired: " + baseline.name() + " has no samples, so chance is larger than in pairs");
        }
        return contrasts;
    }
}
