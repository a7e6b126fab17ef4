package lossctl.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Parses the arguments of one command with picocli.
 *
 * <p>Each option that picocli knows costs start-up time, so its model holds only those whose names stand among the
 * arguments; which they are and what they mean is {@link Option} data all the same.
 */
final class Grammar {
    static {
        // What picocli would look for at its start and is not used here: Groovy, and converters to dates and to
        // databases. A third of its start-up time.
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", ".*");
    }

    /** No argument of a process begins like this. */
    private static final String FOLD = "\0";

    private Grammar() {}

    /**
     * The options and operands of a call.
     *
     * @param args what stands behind the command's name
     * @throws UsageError with one line
     */
    static Arguments parse(Command command, List<String> args) {
        List<Option> options = command.options();
        String[] joined = joinNumbers(args, options);
        List<List<String>> folded = new ArrayList<>();
        joined = fold(joined, folded);
        String[] marked = marked(joined);
        CommandSpec spec = CommandSpec.create().name("lossctl " + command.name());
        for (Option option : options) {
            if (isMentioned(option, marked)) {
                spec.addOption(option(option));
            }
        }
        spec.addPositional(operands(command));
        CommandLine parser = new CommandLine(spec)
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setUnmatchedArgumentsAllowed(true)
                .setAbbreviatedOptionsAllowed(false);
        try {
            return arguments(command, parser.parseArgs(joined), folded);
        } catch (CommandLine.MissingParameterException e) {
            throw new UsageError(missing(e.getMissing()));
        } catch (CommandLine.ParameterException e) {
            throw new UsageError(e.getMessage());
        }
    }

    private static OptionSpec option(Option option) {
        String[] names =
                option.letter() == null ? new String[] {option.name()} : new String[] {option.letter(), option.name()};
        OptionSpec.Builder builder = OptionSpec.builder(names);
        if (option.isFlag()) {
            return builder.type(boolean.class).arity("0").build();
        }
        Class<?> type = option.isRepeatable() || option.isLosses() ? String[].class : String.class;
        return builder.type(type).arity("1").paramLabel(option.label()).build();
    }

    private static PositionalParamSpec operands(Command command) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(String[].class)
                .paramLabel(command.operands())
                .build();
    }

    private static Arguments arguments(Command command, ParseResult parsed, List<List<String>> folded) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> givenAs = new HashMap<>();
        for (OptionSpec given : parsed.matchedOptions()) {
            boolean flag = given.type() == boolean.class;
            String name = option(command, given.longestName()).meant();
            String other = givenAs.put(name, given.longestName());
            if (other != null && !other.equals(given.longestName())) {
                String synonym = other.equals(name) ? given.longestName() : other;
                throw new UsageError(synonym + " is another name of " + name + ": give one of them");
            }
            values.put(name, flag ? "" : value(command, given));
        }
        for (String unknown : parsed.unmatched()) {
            throw new UsageError(Unknown.option(command, unknown, values.get("--losses")));
        }
        String[] words = unfold(parsed.matchedPositionalValue(0, new String[0]), folded);
        if (words.length > command.maxOperands()) {
            throw new UsageError("unexpected '" + words[command.maxOperands()] + "': " + command.name() + " takes "
                    + (command.maxOperands() == 0 ? "no operand" : command.operands()));
        }
        List<String> operands = List.of(words);
        if (operands.indexOf("-") != operands.lastIndexOf("-")) {
            throw new UsageError("standard input can be read once: '-' is named twice");
        }
        return new Arguments(values, operands);
    }

    /**
     * The value of an option.
     *
     * @throws UsageError where it was given twice, for one of the two would be lost without a word, or names nothing: an
     *     empty variable of a script would be taken for an option that is not there
     */
    private static String value(Command command, OptionSpec given) {
        Option option = option(command, given.longestName());
        if (given.isMultiValue()) {
            String between = option.isLosses() ? "," : String.valueOf(Arguments.AGAIN);
            return String.join(between, given.<String[]>getValue());
        }
        if (given.originalStringValues().size() > 1 && !Options.COMMON.contains(option)) {
            String list = option.isList() ? "; it takes a list: " + option.label() : "";
            throw new UsageError(option.name() + " is given twice" + list);
        }
        String value = given.getValue();
        if (option.isFile() && value.isEmpty() || option.isColumn() && value.isBlank()) {
            throw new UsageError(
                    option.name() + " '" + value + "': not the name of a " + (option.isFile() ? "file" : "column"));
        }
        return value;
    }

    private static Option option(Command command, String name) {
        for (Option option : command.options()) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static String missing(List<ArgSpec> missing) {
        if (!missing.isEmpty() && missing.get(0) instanceof OptionSpec option) {
            return option.longestName() + " wants a value: " + option.longestName() + " " + option.paramLabel();
        }
        return "a value is missing at the end";
    }

    /**
     * Puts one argument in the place of many operands that follow each other, for picocli takes a fifth of a second for
     * ten thousand. What stands behind an option may be its value, so a run begins with the second word.
     */
    private static String[] fold(String[] args, List<List<String>> folded) {
        List<String> fewer = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            fewer.add(args[i]);
            int end = i + 1;
            while (!args[i].startsWith("-") && end < args.length && !args[end].startsWith("-")) {
                end++;
            }
            if (end > i + 2) {
                fewer.add(FOLD + folded.size());
                folded.add(Arrays.asList(args).subList(i + 1, end));
                i = end - 1;
            }
        }
        return fewer.toArray(new String[0]);
    }

    private static String[] unfold(String[] words, List<List<String>> folded) {
        if (folded.isEmpty()) {
            return words;
        }
        List<String> all = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith(FOLD)) {
                all.addAll(folded.get(Integer.parseInt(word.substring(FOLD.length()))));
            } else {
                all.add(word);
            }
        }
        return all.toArray(new String[0]);
    }

    /** The arguments that may name options: of ten thousand files none does. */
    private static String[] marked(String[] args) {
        List<String> marked = new ArrayList<>();
        for (String arg : args) {
            if (arg.startsWith("-")) {
                marked.add(arg);
            }
        }
        return marked.toArray(new String[0]);
    }

    private static boolean isMentioned(Option option, String[] args) {
        String name = option.name();
        for (String arg : args) {
            if (arg.startsWith(name) && (arg.length() == name.length() || arg.charAt(name.length()) == '=')) {
                return true;
            }
            boolean letters = arg.length() > 1 && arg.charAt(0) == '-' && arg.charAt(1) != '-';
            if (letters
                    && option.letter() != null
                    && arg.indexOf(option.letter().charAt(1), 1) > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code --pred -1,2} becomes {@code --pred=-1,2}: a negative number is never taken for an option. */
    private static String[] joinNumbers(List<String> args, List<Option> options) {
        List<String> joined = new ArrayList<>(args.size());
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (i + 1 < args.size() && isNegative(args.get(i + 1)) && takesValue(arg, options)) {
                joined.add(arg + "=" + args.get(++i));
            } else {
                joined.add(arg);
            }
        }
        return joined.toArray(new String[0]);
    }

    private static boolean isNegative(String arg) {
        if (arg.length() < 2 || arg.charAt(0) != '-') {
            return false;
        }
        char c = arg.charAt(1);
        return c == '.'
                || (c >= '0' && c <= '9')
                || arg.regionMatches(true, 1, "inf", 0, 3)
                || arg.regionMatches(true, 1, "nan", 0, 3);
    }

    private static boolean takesValue(String arg, List<Option> options) {
        for (Option option : options) {
            if (!option.isFlag() && (arg.equals(option.name()) || arg.equals(option.letter()))) {
                return true;
            }
        }
        return false;
    }
}
