package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lossctl.catalog.Catalog;
import lossctl.convention.Conventions;
import lossctl.data.Dataset;
import lossctl.derive.MarkdownPage;
import lossctl.derive.Page;
import lossctl.eval.Evaluation;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.write.CheckedOut;
import lossctl.write.JsonTree;

/** {@code lossctl explain <loss> [FILE|-]}: what a loss is and, with data, how it comes to its number. */
final class ExplainCommand implements Command {
    private static final int SHOWN = 10;
    private static final int MOST = 100_000;
    private static final Option SAMPLES =
            Option.value("--samples", null, "N", Option.Section.DETAIL, "how many samples to show; 10 if absent");
    private static final Option FORMAT = Option.value(
            "--format", "-f", "text|json|md", Option.Section.OUTPUT, "how the page is written; md has a curve");

    private final String word;
    private final Spec spec;

    ExplainCommand() {
        this(null, null);
    }

    private ExplainCommand(String word, Spec spec) {
        this.word = word;
        this.spec = spec;
    }

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "what a loss is: formula, gradient, domain, source; with data: each step to its number";
    }

    @Override
    public String operands() {
        return (spec == null ? "<loss>" : spec.name()) + " [FILE|-]";
    }

    @Override
    public int maxOperands() {
        return 2;
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(spec == null ? List.of() : LossOptions.of(spec));
        options.addAll(Options.READING);
        options.addAll(List.of(Options.REDUCTION, Options.AS, Options.DTYPE, Options.STRICT, SAMPLES));
        options.addAll(List.of(FORMAT, Options.JSON, Options.OUT));
        options.addAll(Options.COMMON);
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "lossctl explain huber",
                "lossctl explain mse --true 1,0 --pred 2,3",
                "lossctl explain mape preds.csv --samples 3 --as torchmetrics");
    }

    /** The first argument that is neither an option nor the value of one names the loss. */
    @Override
    public Command with(List<String> args) {
        String name = LossOptions.named(args, options());
        return name == null ? this : new ExplainCommand(name, LossOptions.found(name));
    }

    @Override
    public List<String> files(Arguments arguments) {
        return List.of();
    }

    @Override
    public int run(Arguments arguments, Console console) {
        if (spec == null) {
            throw new UsageError("which loss? lossctl explain mse; lossctl list shows them all");
        }
        String format = arguments.has(Options.JSON) ? "json" : arguments.word(FORMAT, "text", "json", "md");
        Page page = Page.of(spec);
        Ink ink = arguments.has(Options.OUT) ? Ink.PLAIN : Ink.of(arguments.get(Options.COLOR), console);
        Worksheet worksheet = worksheet(arguments, console);
        if (worksheet != null && format.equals("md")) {
            throw new UsageError("--format md holds no data; use text or json");
        }
        OutputOptions.write(arguments, console, out -> {
            if (format.equals("json")) {
                Map<String, Object> tree = PageTree.of(page, Catalog.task(spec.name()));
                if (worksheet != null) {
                    tree.put("data", worksheet.tree());
                }
                out.line(JsonTree.text(tree));
            } else if (format.equals("md")) {
                for (String line : MarkdownPage.of(spec)) {
                    out.line(line);
                }
            } else if (worksheet == null) {
                new PageText(page, ink, out).write(as(arguments), theirs(arguments));
            } else {
                new PageText(page, ink, out).writeHead(as(arguments), theirs(arguments));
                write(worksheet, ink, out);
            }
        });
        if (worksheet != null) {
            EvaluationOptions.tell(arguments, console, worksheet.result());
        }
        return 0;
    }

    private static String as(Arguments arguments) {
        return arguments.has(Options.AS) ? arguments.get(Options.AS) : Conventions.MATH;
    }

    /** What the framework of {@code --as} calls the loss, and how it differs; empty where none is asked for. */
    private List<String> theirs(Arguments arguments) {
        String as = as(arguments);
        if (as.equals(Conventions.MATH)) {
            return List.of();
        }
        Selection ours = LossOptions.select(spec, word, arguments);
        LossOptions.as(List.of(ours), arguments);
        List<String> habits = Conventions.habits(as, ours, EvaluationOptions.isFloat32(arguments));
        String differs = habits.isEmpty() ? "no difference" : String.join("; ", habits);
        return List.of(Conventions.theirName(as, ours) + ": " + differs);
    }

    private static void write(Worksheet worksheet, Ink ink, CheckedOut out) {
        out.line("");
        out.line(ink.bold("With these numbers"));
        for (String line : worksheet.lines()) {
            String indent = line.startsWith(" ") ? "    " : "  ";
            Text.wrap(out, indent, line.strip(), indent.length() + 2);
        }
    }

    /** The steps from the data to the number; null where there are no data. */
    private Worksheet worksheet(Arguments arguments, Console console) {
        Selection selection = LossOptions.as(List.of(LossOptions.select(spec, word, arguments)), arguments)
                .get(0);
        LossOptions.refuseSecond(arguments.operands());
        Arguments rest = arguments.withoutFirst();
        DataOptions input = new DataOptions(rest, List.of(selection));
        Dataset data;
        if (input.isInline()) {
            data = input.inline();
        } else if (input.isPair()) {
            data = input.pair(console);
        } else if (!rest.operands().isEmpty()) {
            data = input.of(rest.operands().get(0), console);
        } else {
            return null;
        }
        Evaluation wanted = EvaluationOptions.of(arguments, List.of(selection));
        Evaluation evaluation =
                new Evaluation(wanted.losses(), wanted.reduction(), wanted.float32(), wanted.strict(), 1);
        int samples = arguments.integer(SAMPLES, 0, MOST, SHOWN);
        return Worksheet.of(evaluation, data, input.omissions(), samples);
    }
}
