package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Dataset;
import lossctl.data.Omissions;
import lossctl.derive.CommandLines;
import lossctl.eval.Detail;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.PerSample;
import lossctl.eval.Reduction;
import lossctl.eval.Result;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.write.CheckedOut;
import lossctl.write.OutputFormat;
import lossctl.write.Results;
import lossctl.write.SampleWriter;
import lossctl.write.Style;

/** {@code lossctl <loss> [FILE|-]}: one loss, one number; or a row a sample. */
final class LossCommand implements Command {
    private static final int EXAMPLES = 3;

    private final String word;
    private final Spec spec;

    /** The command of a loss, called by one of its names: some imply a parameter. */
    LossCommand(String word, Spec spec) {
        this.word = word;
        this.spec = spec;
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public String summary() {
        return spec.summary();
    }

    @Override
    public String operands() {
        return "[FILE|-]";
    }

    @Override
    public int maxOperands() {
        return 1;
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(LossOptions.of(spec));
        options.addAll(shared());
        return options;
    }

    @Override
    public List<String> words(Option option) {
        boolean single = option == Options.REDUCTION && !EvaluationOptions.isReducible(spec.create(spec.defaults()));
        return single ? List.of("mean") : option.words();
    }

    /** The options of every loss. */
    static List<Option> shared() {
        List<Option> options = new ArrayList<>(Options.READING);
        options.addAll(Options.COMPUTING);
        options.addAll(Options.DETAILS);
        options.addAll(RejectOptions.ALL);
        options.addAll(SamplesOptions.ALL);
        options.add(GroupOptions.BY);
        options.add(GroupOptions.MIN_N);
        options.addAll(UncertaintyOptions.ALL);
        options.add(Gates.FAIL_IF);
        options.addAll(Options.GATED_WRITING);
        options.addAll(Options.COMMON);
        return options;
    }

    @Override
    public List<String> examples() {
        List<String> lines = new ArrayList<>();
        for (Example example : spec.examples()) {
            if (lines.size() < EXAMPLES) {
                lines.add(CommandLines.of(spec, example));
            }
        }
        return lines;
    }

    @Override
    public int run(Arguments arguments, Console console) {
        Selection selection = LossOptions.as(List.of(LossOptions.select(spec, word, arguments)), arguments)
                .get(0);
        if (arguments.has(GroupOptions.BY) || arguments.has(GroupOptions.MIN_N) || SamplesOptions.isAny(arguments)) {
            return overAll(arguments, console, selection);
        }
        DataOptions input = new DataOptions(arguments, List.of(selection));
        Dataset data = dataset(arguments, input, console);
        Evaluation evaluation =
                UncertaintyOptions.with(arguments, EvaluationOptions.of(arguments, List.of(selection)), false);
        Gates gates = Gates.of(arguments);
        Omissions omissions = input.omissions();
        Detail detail = detail(arguments, evaluation);
        final Result result;
        if (detail == null) {
            OutputFormat usual = evaluation.uncertainty() == null ? OutputFormat.VALUE : OutputFormat.TABLE;
            Style style = OutputOptions.style(arguments, usual, evaluation.float32());
            result = new Evaluator(evaluation, omissions).evaluate(data);
            // A class, for the first lambda of a process costs 4 ms.
            OutputOptions.writeUnless(gates.isReported(), arguments, console, new OutputOptions.Writer() {
                @Override
                public void write(CheckedOut out) {
                    Results.write(result, style, out);
                }
            });
        } else {
            refuseWithSamples(arguments, gates);
            result = writeSamples(arguments, console, evaluation, detail, data, omissions);
        }
        RejectOptions.write(arguments, input.rejects(), List.of(data));
        EvaluationOptions.tell(arguments, console, result);
        return gates.isEmpty() ? 0 : gates.check(Figures.of(result), arguments, console);
    }

    private int overAll(Arguments arguments, Console console, Selection selection) {
        for (Option option : Options.DETAILS) {
            // The worst samples come with their derivative and share in any case, and with what is to be kept.
            boolean fits = arguments.has(SamplesOptions.WORST) && option != Options.HESSIAN;
            if (arguments.has(option) && !fits) {
                throw new UsageError(option.name() + " tells of each sample: not of groups, quantiles or the worst");
            }
        }
        return EvalCommand.evaluate(arguments, console, List.of(selection));
    }

    private Dataset dataset(Arguments arguments, DataOptions input, Console console) {
        if (input.isInline()) {
            return input.inline();
        }
        List<String> operands = arguments.operands().isEmpty() && !input.isPair() ? List.of("-") : arguments.operands();
        Progress.begin(arguments, console, input.files(operands), passes(arguments));
        if (input.isPair()) {
            return input.pair(console);
        }
        if (!arguments.operands().isEmpty()) {
            return input.of(arguments.operands().get(0), console);
        }
        if (console.inIsTerminal()) {
            throw new UsageError("no data: give --true and --pred, a FILE, or a pipe", Help.brief(this));
        }
        return input.of("-", console);
    }

    /** How often the data are read: the derivative of a mean and a share want the total first. */
    private static int passes(Arguments arguments) {
        boolean derivative = arguments.has(Options.GRADIENT) || arguments.has(Options.HESSIAN);
        boolean mean = arguments.word(Options.REDUCTION, "mean", "sum", "none").equals("mean");
        return arguments.has(Options.SHARE) || derivative && mean ? 2 : 1;
    }

    private static void refuseWithSamples(Arguments arguments, Gates gates) {
        if (arguments.has(UncertaintyOptions.CI) || !gates.isEmpty()) {
            throw new UsageError(
                    "--ci and --fail-if are about all samples together: without --per-sample and the like");
        }
    }

    /** What is wanted of every sample; null where only the loss of all is. */
    private Detail detail(Arguments arguments, Evaluation evaluation) {
        boolean gradient = arguments.has(Options.GRADIENT);
        boolean hessian = arguments.has(Options.HESSIAN);
        boolean share = arguments.has(Options.SHARE);
        boolean wanted = gradient
                || hessian
                || share
                || arguments.has(Options.PER_SAMPLE)
                || arguments.has(Options.KEEP)
                || evaluation.reduction() == Reduction.NONE;
        boolean unreduced = evaluation.reduction() == Reduction.NONE;
        return wanted ? new Detail(gradient, hessian, share).weighed(unreduced) : null;
    }

    private Result writeSamples(
            Arguments arguments,
            Console console,
            Evaluation evaluation,
            Detail detail,
            Dataset data,
            Omissions omissions) {
        boolean onlyLosses = evaluation.reduction() == Reduction.NONE
                && !arguments.has(Options.PER_SAMPLE)
                && detail.weighed(false).equals(Detail.LOSS)
                && !arguments.has(Options.KEEP);
        Style style = OutputOptions.style(
                arguments, onlyLosses ? OutputFormat.VALUE : OutputFormat.CSV, evaluation.float32());
        boolean labels = evaluation.losses().get(0).loss().truth().kind() == Domain.Kind.LABEL;
        Result[] result = new Result[1];
        OutputOptions.write(arguments, console, out -> {
            SampleWriter writer = new SampleWriter(name(), arguments.has(Options.ID_COL), labels, detail, style, out);
            result[0] = new PerSample(evaluation, detail, omissions).evaluate(data, writer);
            writer.finish(result[0]);
        });
        return result[0];
    }
}
