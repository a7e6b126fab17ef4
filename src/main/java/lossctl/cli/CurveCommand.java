package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.derive.CurveFigure;
import lossctl.derive.Family;
import lossctl.derive.LossCurve;
import lossctl.loss.Param;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.num.DecimalReader;

/** {@code lossctl plot <loss>[,<loss>..]}: value and gradient of losses over the prediction. */
final class CurveCommand implements Command {
    private static final int MOST = 8;
    private static final Option TRUTHS = Option.value(
            "--true", "-t", "X,..", Option.Section.VALUES, "the truth that is held still; several overlay");
    private static final Option FROM =
            Option.value("--from", null, "X", Option.Section.VALUES, "the lowest prediction drawn");
    private static final Option TO =
            Option.value("--to", null, "X", Option.Section.VALUES, "the highest prediction drawn");
    static final Option DATA =
            Option.value("--data", null, "FILE", Option.Section.FILES, "mark where the samples of a dump lie");

    private final String words;
    private final Spec single;

    /** The command for a list such as {@code mse,huber:delta=2}. */
    CurveCommand(String words) {
        this.words = words;
        single = Catalog.find(words);
    }

    @Override
    public String name() {
        return "plot";
    }

    @Override
    public String summary() {
        return "value and gradient of " + words + " over the prediction";
    }

    @Override
    public String operands() {
        return words;
    }

    @Override
    public int maxOperands() {
        return 2; // the second is refused with a hint
    }

    /** The options that do not depend on the loss. */
    static List<Option> shared() {
        List<Option> options = new ArrayList<>(List.of(TRUTHS, FROM, TO, DATA));
        options.addAll(SampleMarks.READING);
        options.addAll(Pictures.ALL);
        options.addAll(Options.COMMON);
        return options;
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        for (Param param : single == null ? List.<Param>of() : single.params()) {
            boolean several = param.type() == Param.Type.NUMBER || param.type() == Param.Type.INTEGER;
            for (Option option : LossOptions.of(single)) {
                if (option.name().equals(param.option())) {
                    options.add(
                            several
                                    ? Option.value(
                                            option.name(),
                                            null,
                                            param.label() + ",..",
                                            Option.Section.LOSS,
                                            option.description() + "; several overlay")
                                    : option);
                }
            }
        }
        options.addAll(shared());
        return options;
    }

    @Override
    public List<String> files(Arguments arguments) {
        return List.of();
    }

    @Override
    public int run(Arguments arguments, Console console) {
        if (arguments.operands().size() > 1) {
            String file = arguments.operands().get(1);
            throw new UsageError("unexpected '" + file + "'. --data " + file + " marks where its samples lie");
        }
        List<Selection> losses = selections(arguments);
        List<LossCurve> curves = new ArrayList<>();
        for (Selection loss : losses) {
            for (String truth : arguments.has(TRUTHS) ? arguments.list(TRUTHS) : List.of("")) {
                curves.add(curve(loss, truth.isEmpty() ? Double.NaN : number(TRUTHS, truth)));
            }
        }
        if (curves.size() > MOST) {
            throw new UsageError(curves.size() + " curves are too many for one picture: at most " + MOST);
        }
        double[] range = range(curves, arguments);
        double[] samples = SampleMarks.of(arguments, console, losses, curves.get(0), range);
        Pictures.write(CurveFigure.of(curves, range[0], range[1], samples), arguments, console);
        return 0;
    }

    private static LossCurve curve(Selection loss, double truth) {
        try {
            LossCurve curve = LossCurve.of(loss, truth);
            if (curve == null) {
                boolean whole = loss.loss().prediction().whole();
                String why = whole
                        ? "takes whole predictions only"
                        : Family.of(loss.loss()).sentence();
                throw new UsageError(loss.spec().name() + " has no curve over the prediction: it " + why);
            }
            return curve;
        } catch (IllegalArgumentException e) {
            throw new UsageError("--true: " + e.getMessage());
        }
    }

    /** The losses named, or the one loss with every combination of the parameters given. */
    private List<Selection> selections(Arguments arguments) {
        if (single == null) {
            return LossList.parsed(words);
        }
        List<Arguments> combinations = new ArrayList<>(List.of(arguments));
        for (Param param : single.params()) {
            boolean several = param.type() == Param.Type.NUMBER || param.type() == Param.Type.INTEGER;
            if (several && arguments.has(param.option())) {
                List<Arguments> more = new ArrayList<>();
                for (Arguments combination : combinations) {
                    for (String value : Arguments.split(arguments.get(param.option()), ',')) {
                        more.add(combination.with(param.option(), value));
                    }
                }
                combinations = more;
            }
            if (combinations.size() > MOST) {
                throw new UsageError(combinations.size() + " curves are too many for one picture: at most " + MOST);
            }
        }
        List<Selection> selections = new ArrayList<>();
        for (Arguments combination : combinations) {
            selections.add(LossOptions.select(single, words, combination));
        }
        return selections;
    }

    private static double[] range(List<LossCurve> curves, Arguments arguments) {
        double[] range = curves.get(0).range();
        for (LossCurve curve : curves) {
            range[0] = Math.min(range[0], curve.range()[0]);
            range[1] = Math.max(range[1], curve.range()[1]);
        }
        double low = arguments.has(FROM) ? number(FROM, arguments.get(FROM)) : range[0];
        double high = arguments.has(TO) ? number(TO, arguments.get(TO)) : range[1];
        if (!(low < high)) {
            throw new UsageError("nothing lies between --from " + low + " and --to " + high);
        }
        for (LossCurve curve : curves) {
            if (!curve.isWithin(low, high)) {
                throw new UsageError("--from and --to: " + curve.name() + " has no prediction between " + low + " and "
                        + high + ", only in " + curve.domain());
            }
        }
        return new double[] {low, high};
    }

    private static double number(Option option, String text) {
        double number = DecimalReader.read(text);
        if (!(Math.abs(number) <= 1e300)) {
            throw new UsageError(option.name() + " '" + text + "': not a number that can be drawn");
        }
        return number;
    }
}
