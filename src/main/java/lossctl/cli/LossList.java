package lossctl.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lossctl.catalog.Catalog;
import lossctl.convention.Conventions;
import lossctl.loss.Input;
import lossctl.loss.Param;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.loss.Spec;
import lossctl.num.DecimalReader;

/** Several losses in one word, {@code -l mse,huber:delta=2}: the option, and how it is read. */
final class LossList {
    static final Option LOSSES = Option.value(
            "--losses",
            "-l",
            "L1,L2",
            Option.Section.LOSS,
            "losses and metrics; parameters as huber:delta=2, lists by /");

    private LossList() {}

    /** The losses of {@link #LOSSES}, as {@code --as} wants them computed. */
    static List<Selection> of(Arguments arguments) {
        return LossOptions.as(parsed(arguments.get(LOSSES)), arguments);
    }

    /** {@code huber:delta=2,mae}: the losses with their parameters. */
    static List<Selection> parsed(String text) {
        if (text == null) {
            throw new UsageError("which losses? -l mse,mae");
        }
        List<Selection> losses = new ArrayList<>();
        for (String part : Arguments.split(text, ',')) {
            List<String> words = words(part);
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
            losses.add(selected(spec, words.get(0), settings));
        }
        return losses;
    }

    /** {@code huber:delta=2} part by part: the name, which may hold a colon as XGBoost's do, then the settings. */
    static List<String> words(String part) {
        List<String> words = Arguments.split(part, ':');
        String name = words.size() > 1 ? words.get(0) + ":" + words.get(1) : "";
        if (name.isEmpty() || words.get(1).contains("=") || Catalog.find(words.get(0)) != null) {
            return words;
        }
        for (String known : Conventions.spellings()) {
            if (known.startsWith(words.get(0) + ":")) {
                List<String> joined = new ArrayList<>(words.subList(1, words.size()));
                joined.set(0, name);
                return joined;
            }
        }
        return words;
    }

    /**
     * The options that follow from the losses of a list, the arrays that they take beside truth and prediction: none of an
     * unknown loss, which is told of later.
     *
     * @param args of a command that takes {@link #LOSSES}
     * @param values whether it takes values too, not files alone
     */
    static List<Option> inputs(List<String> args, boolean values) {
        List<Option> options = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String part : Arguments.split(String.join(",", given(args)), ',')) {
            Spec spec = Catalog.find(words(part).get(0));
            List<Input> inputs =
                    spec == null ? List.of() : spec.create(spec.defaults()).inputs();
            for (Input input : inputs) {
                if (known.add(input.name())) {
                    options.addAll(
                            values
                                    ? List.of(LossOptions.list(input), LossOptions.column(input))
                                    : List.of(LossOptions.column(input)));
                }
            }
        }
        return options;
    }

    /** What is given to the option of losses, whichever way it is written. */
    private static List<String> given(List<String> args) {
        String name = LOSSES.name();
        String letter = LOSSES.letter();
        List<String> given = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            if (!args.get(i).startsWith("-")) {
                continue; // one of ten thousand files
            }
            String arg = withoutFlags(args.get(i));
            boolean next = arg.equals(name) || arg.equals(letter);
            if (next && i + 1 < args.size()) {
                given.add(args.get(++i));
            } else if (arg.startsWith(name + "=")) {
                given.add(arg.substring(name.length() + 1));
            } else if (!next && arg.startsWith(letter)) {
                given.add(arg.substring(arg.startsWith(letter + "=") ? 3 : 2));
            }
        }
        return given;
    }

    /** {@code -ql} as {@code -l}: letters of flags may stand before that of a value. */
    private static String withoutFlags(String arg) {
        List<Option> flags = List.of(Options.QUIET, Options.VERBOSE, Options.HELP);
        String rest = arg;
        while (rest.length() > 2 && rest.charAt(0) == '-' && isLetterOf(flags, rest.substring(0, 2))) {
            rest = "-" + rest.substring(2);
        }
        return rest;
    }

    private static boolean isLetterOf(List<Option> options, String letter) {
        for (Option option : options) {
            if (letter.equals(option.letter())) {
                return true;
            }
        }
        return false;
    }

    /** The loss with parameters from a list such as {@code delta=2:full}, by their names. */
    private static Selection selected(Spec spec, String word, Map<String, String> settings) {
        Params params = spec.defaults(word);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            String name = setting.getKey();
            Param param = null;
            for (Param each : spec.params()) {
                param = each.name().equals(name) ? each : param;
            }
            if (param == null) {
                throw new UsageError(unknownParameter(spec, name));
            }
            if (setting.getValue().isEmpty() && param.type() != Param.Type.FLAG) {
                throw new UsageError(spec.name() + ":" + name + " wants a value: " + example(spec, param));
            }
            params = params.with(name, LossOptions.value(param, setting.getValue(), '/'));
        }
        return Selection.of(spec, params);
    }

    private static String unknownParameter(Spec spec, String name) {
        StringBuilder known = new StringBuilder();
        for (Param param : spec.params()) {
            known.append(known.length() == 0 ? "" : ", ").append(param.name());
        }
        boolean value = known.length() > 0 && !Double.isNaN(DecimalReader.read(name));
        return spec.name() + " has no parameter '" + name + "'" + (known.length() == 0 ? "" : "; it has: " + known)
                + (value
                        ? ". Did you mean: " + spec.name() + ":"
                                + spec.params().get(0).name() + "=" + name + "?"
                        : "");
    }

    /** A parameter in a list of losses: {@code huber:delta=2}. */
    static String example(Spec spec, Param param) {
        String value =
                param.type() == Param.Type.FLAG ? "" : "=" + (param.type() == Param.Type.CHOICE ? param.label() : "2");
        return spec.name() + ":" + param.name() + value;
    }
}
