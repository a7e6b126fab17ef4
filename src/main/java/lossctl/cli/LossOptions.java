package lossctl.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.convention.Conventions;
import lossctl.convention.Refused;
import lossctl.loss.Input;
import lossctl.loss.Param;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.num.DecimalReader;
import lossctl.num.DecimalWriter;

/** The options that follow from a loss: its parameters, and the arrays it takes beside truth and prediction. */
final class LossOptions {
    private LossOptions() {}

    /** The first argument that is neither an option nor the value of one, which names the loss; null where none is. */
    static String named(List<String> args, List<Option> options) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("-")) {
                return arg;
            }
            for (Option option : options) {
                boolean named = arg.equals(option.name()) || arg.equals(option.letter());
                i += named && !option.isFlag() ? 1 : 0;
            }
        }
        return null;
    }

    /** The loss of this name. */
    static Spec found(String name) {
        Spec found = Catalog.find(name);
        if (found == null) {
            throw new UsageError(Unknown.loss("loss", name, List.of()));
        }
        return found;
    }

    /** Refuses a second loss where a file belongs. */
    static void refuseSecond(List<String> operands) {
        for (String second : operands.subList(Math.min(1, operands.size()), operands.size())) {
            if (Catalog.find(second) != null && !new File(second).exists()) {
                throw new UsageError("one loss at a time: " + second + " is a loss, and no file goes by that name");
            }
        }
    }

    static List<Option> of(Spec spec) {
        List<Option> options = new ArrayList<>();
        for (Param param : spec.params()) {
            String description = param.description();
            if (param.fallback() != null && param.type() != Param.Type.FLAG) {
                description += " (default " + text(param.fallback()) + ")";
            }
            options.add(
                    param.type() == Param.Type.FLAG
                            ? Option.flag(param.option(), null, Option.Section.LOSS, description)
                            : Option.value(param.option(), null, param.label(), Option.Section.LOSS, description));
        }
        for (Input input : spec.create(spec.defaults()).inputs()) {
            options.add(list(input));
            options.add(column(input));
        }
        if (!spec.predictionName().isEmpty()) {
            options.add(Option.synonym("--" + spec.predictionName(), Options.PRED));
            options.add(Option.synonym("--" + spec.predictionName() + "-col", Options.PRED_COL));
        }
        return options;
    }

    static Option list(Input input) {
        return Option.value(option(input), null, "LIST", Option.Section.VALUES, input.description());
    }

    static Option column(Input input) {
        return Option.value(
                option(input) + "-col", null, "COL", Option.Section.FILES, "the same from a column; " + input.name());
    }

    static String option(Input input) {
        return "--" + input.name().replace('_', '-');
    }

    private static String text(Object value) {
        return value instanceof Double number ? DecimalWriter.text(number) : String.valueOf(value);
    }

    /** The loss with the parameters that were given, and those that the name implies by which it was called. */
    static Selection select(Spec spec, String name, Arguments arguments) {
        Params params = spec.defaults(name);
        for (Param param : spec.params()) {
            if (arguments.has(param.option())) {
                params = params.with(param.name(), value(param, indexed(param, arguments), ','));
            }
        }
        return Selection.of(spec, params);
    }

    /** A parameter's text; of a class by its name, its index among the labels. */
    private static String indexed(Param param, Arguments arguments) {
        String text = arguments.get(param.option());
        int index =
                param.name().equals("positive") ? arguments.list(Options.LABELS).indexOf(text) : -1;
        return index < 0 ? text : Integer.toString(index);
    }

    /** The losses as {@code --as} wants them computed. */
    static List<Selection> as(List<Selection> losses, Arguments arguments) {
        if (!arguments.has(Options.AS) || arguments.get(Options.AS).equals("math")) {
            return losses;
        }
        boolean sum = arguments.has(Options.REDUCTION)
                && !arguments.get(Options.REDUCTION).equals("mean");
        List<Selection> theirs = new ArrayList<>();
        try {
            for (Selection ours : losses) {
                theirs.add(Conventions.selection(
                        arguments.get(Options.AS), ours, sum, EvaluationOptions.isFloat32(arguments)));
            }
        } catch (Refused e) {
            throw new UsageError("--as " + arguments.get(Options.AS) + ": " + e.getMessage());
        }
        return theirs;
    }

    /** A parameter's value; {@code separator} stands between those of a list. */
    static Object value(Param param, String text, char separator) {
        return switch (param.type()) {
            case NUMBER, INTEGER -> number(param, text);
            case FLAG -> flag(param, text);
            case CHOICE -> text;
            case NUMBERS -> {
                boolean list = text.startsWith("[") && text.endsWith("]");
                List<String> parts = Arguments.split(list ? text.substring(1, text.length() - 1) : text, separator);
                double[] numbers = new double[parts.size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = number(param, parts.get(i));
                }
                yield numbers;
            }
        };
    }

    private static Boolean flag(Param param, String text) {
        return switch (text) {
            case "", "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new UsageError(param.option() + " '" + text + "': neither true nor false");
        };
    }

    private static double number(Param param, String text) {
        double number = DecimalReader.read(text);
        if (Double.isNaN(number)) {
            throw new UsageError(param.option() + " '" + text + "': not a number");
        }
        return number;
    }
}
