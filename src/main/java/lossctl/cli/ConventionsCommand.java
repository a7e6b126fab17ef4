package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.convention.Conventions;
import lossctl.convention.Meaning;
import lossctl.convention.Refused;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.write.Listing;
import lossctl.write.OutputFormat;
import lossctl.write.Style;

/** {@code lossctl conventions <loss> DATA}: what each framework prints for these numbers, and why. */
final class ConventionsCommand implements Command {
    private final Spec spec;
    private final String word;

    ConventionsCommand() {
        this(null, null);
    }

    private ConventionsCommand(Spec spec, String word) {
        this.spec = spec;
        this.word = word;
    }

    @Override
    public String name() {
        return "conventions";
    }

    @Override
    public String summary() {
        return "what each framework prints for these numbers, and the rule that makes the difference";
    }

    @Override
    public String operands() {
        return "<loss> [FILE]";
    }

    @Override
    public int maxOperands() {
        return 2;
    }

    @Override
    public Command with(List<String> args) {
        String name = LossOptions.named(args, options());
        return name == null ? this : new ConventionsCommand(LossOptions.found(name), name);
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(spec == null ? List.of() : LossOptions.of(spec));
        options.addAll(Options.READING);
        options.addAll(List.of(Options.REDUCTION, Options.DTYPE, Options.THREADS));
        options.addAll(Options.WRITING);
        options.addAll(Options.COMMON);
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of("lossctl conventions bce --true 1,0 --pred 0,0.5", "lossctl conventions mape preds.csv --json");
    }

    @Override
    public List<String> files(Arguments arguments) {
        List<String> operands = arguments.operands();
        return operands.isEmpty() ? operands : operands.subList(1, operands.size());
    }

    @Override
    public int run(Arguments all, Console console) {
        if (spec == null) {
            throw new UsageError("which loss? lossctl conventions bce --true 1,0 --pred 0,0.5", Help.brief(this));
        }
        LossOptions.refuseSecond(all.operands());
        Arguments arguments = all.withoutFirst();
        Selection ours = LossOptions.select(spec, word, arguments);
        boolean float32 = EvaluationOptions.isFloat32(arguments);
        Style style = OutputOptions.style(arguments, OutputFormat.TABLE, float32);
        if (arguments.operands().isEmpty() && !hasValues(arguments)) {
            writeRules(arguments, console, style);
            return 0;
        }
        Listing listing = new Listing(List.of("as", "name", "value", "because"));
        ConventionsTable table = new ConventionsTable();
        for (List<Object> row : rows(arguments, console, style, ours)) {
            listing.add(row);
            table.add(row);
        }
        OutputOptions.write(arguments, console, out -> {
            if (style.format() == OutputFormat.TABLE) {
                table.write(out);
            } else {
                listing.write(style.format(), out);
            }
        });
        return 0;
    }

    /** Convention, name, value and reason: of mathematics, then of each framework that has the loss; last, who has it not. */
    private List<List<Object>> rows(Arguments arguments, Console console, Style style, Selection ours) {
        List<List<Object>> rows = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Double mathematics = null;
        for (String as : Conventions.names()) {
            if (!Conventions.knows(as, spec.name())) {
                String theirs = Conventions.unanswered(as, spec.name());
                if (theirs == null) {
                    others.add(as);
                } else {
                    rows.add(List.of(as, theirs, "", notHere(as, theirs)));
                }
                continue;
            }
            boolean math = as.equals(Conventions.MATH);
            try {
                double value = value(arguments, console, as, ours);
                mathematics = math ? Double.valueOf(value) : mathematics;
                String because = math ? "" : because(value, mathematics, as, ours, arguments);
                rows.add(List.of(as, nameIn(as, ours), shown(value, style), because));
            } catch (Refused e) {
                rows.add(List.of(as, "", "", e.getMessage()));
            } catch (Refusal e) {
                rows.add(List.of(as, nameIn(as, ours), "", why(e, as, ours, arguments)));
            }
        }
        if (!others.isEmpty()) {
            rows.add(List.of("others", "", "", "not known of " + String.join(", ", others)));
        }
        return rows;
    }

    private String nameIn(String as, Selection ours) {
        return as.equals(Conventions.MATH) ? spec.name() : Conventions.theirName(as, ours);
    }

    /**
     * Why a convention refuses the data.
     *
     * @throws Refusal where the file is no data to any of them
     */
    private static String why(Refusal refusal, String as, Selection ours, Arguments arguments) {
        String file = refusal.file();
        if (file != null && !isOfTheLoss(refusal.code())) {
            throw Conventions.names().contains(file)
                    ? refusal.hint("every framework is told; one: --as " + file)
                    : refusal;
        }
        return refusal.code() == Refusal.Code.SHAPE && isListOfOne(as, ours, arguments)
                ? "takes a list as one sample: write 1;0 for several"
                : refusal.getMessage();
    }

    private static boolean hasValues(Arguments arguments) {
        DataOptions input = new DataOptions(arguments, List.of());
        return input.isInline() || input.isPair();
    }

    /** What is known without data: what each framework calls the loss, and by which rules it differs. */
    private void writeRules(Arguments arguments, Console console, Style style) {
        Listing rules = new Listing(List.of("as", "name", "when", "rules"));
        for (Meaning meaning : Conventions.meanings(spec.name())) {
            String habits = meaning.habits().isEmpty() ? "the same" : String.join("; ", meaning.habits());
            rules.add(List.of(meaning.framework(), meaning.name(), meaning.when(), habits));
        }
        for (String as : Conventions.names()) {
            String theirs = Conventions.unanswered(as, spec.name());
            if (theirs != null) {
                rules.add(List.of(as, theirs, "", notHere(as, theirs)));
            }
        }
        OutputOptions.write(arguments, console, out -> rules.write(style.format(), out));
    }

    private static String notHere(String as, String theirs) {
        return "has it, but has no value here: " + Conventions.whyUnanswered(as, theirs);
    }

    /** The number that is written: of all digits, the table's too, unless {@code --precision} says how many. */
    private static double shown(double value, Style style) {
        return Double.isFinite(value)
                ? Double.parseDouble(style.in(OutputFormat.CSV).number(value))
                : value;
    }

    /** Whether the convention takes for one sample what mathematics takes for several. */
    private static boolean isListOfOne(String as, Selection ours, Arguments arguments) {
        Selection theirs = Conventions.selection(as, ours, isSum(arguments), EvaluationOptions.isFloat32(arguments));
        return arguments.has(Options.PRED)
                && theirs.loss().isOverRows()
                && !ours.loss().isOverRows();
    }

    private static boolean isSum(Arguments arguments) {
        return arguments.has(Options.REDUCTION)
                && !arguments.get(Options.REDUCTION).equals("mean");
    }

    /** Whether another loss might have taken the data. */
    private static boolean isOfTheLoss(Refusal.Code code) {
        return code == Refusal.Code.OUT_OF_DOMAIN || code == Refusal.Code.UNDEFINED || code == Refusal.Code.SHAPE;
    }

    /** Why a value is another than that of mathematics, which is null where mathematics refuses. */
    private static String because(double value, Double mathematics, String as, Selection ours, Arguments arguments) {
        if (mathematics != null && isNear(value, mathematics)) {
            return "the same";
        }
        List<String> rules = new ArrayList<>(Conventions.habits(as, ours, EvaluationOptions.isFloat32(arguments)));
        Selection theirs = Conventions.selection(as, ours, isSum(arguments), EvaluationOptions.isFloat32(arguments));
        boolean weighted = arguments.has(Options.WEIGHTS) || arguments.has(Options.WEIGHT_COL);
        if (weighted && theirs.manner().averaging() == Manner.Averaging.COUNT) {
            rules.add("divides by n, not by the sum of the weights");
        }
        if (mathematics == null) {
            rules.add(Double.isNaN(value) ? "does not refuse this, gives NaN" : "does not refuse this");
        } else if (Double.isNaN(value)) {
            rules.add("gives NaN");
        }
        return String.join("; ", rules);
    }

    private static boolean isNear(double value, double mathematics) {
        boolean near = Math.abs(mathematics) <= Double.MAX_VALUE
                && Math.abs(value - mathematics) <= 1e-13 * Math.abs(mathematics);
        return near || Double.compare(value, mathematics) == 0;
    }

    /** The value of all samples, read anew: what a list is depends on the convention. */
    private double value(Arguments arguments, Console console, String as, Selection ours) {
        boolean float32 = EvaluationOptions.isFloat32(arguments);
        Selection theirs = Conventions.selection(as, ours, isSum(arguments), float32);
        DataOptions input = new DataOptions(arguments, List.of(theirs));
        Evaluation evaluation = EvaluationOptions.of(arguments, List.of(theirs));
        double value = new Evaluator(evaluation, input.omissions())
                .evaluate(dataset(arguments, input, console))
                .scores()
                .get(0)
                .value();
        return float32 ? (float) value : value;
    }

    private Dataset dataset(Arguments arguments, DataOptions input, Console console) {
        if (input.isInline()) {
            return input.inline();
        }
        if (input.isPair()) {
            return input.pair(console);
        }
        if (arguments.operands().isEmpty() || arguments.operands().get(0).equals("-")) {
            throw new UsageError("no data: give --true and --pred, or a FILE: it is read once a framework");
        }
        return input.of(arguments.operands().get(0), console);
    }
}
