package lossctl.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.num.DecimalReader;
import lossctl.num.Nearest;

/** The options and operands of one call, parsed. */
final class Arguments {
    /** Stands between the values of an option that was given several times. */
    static final char AGAIN = 0;

    private final Map<String, String> values;
    private final List<String> operands;

    /** {@code values} by long name; a flag's value is {@code ""}. */
    Arguments(Map<String, String> values, List<String> operands) {
        this.values = values;
        this.operands = operands;
    }

    /** What was given, by long name. */
    Map<String, String> values() {
        return values;
    }

    /** The same, with other values for what was not given. */
    Arguments over(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(others);
        all.putAll(values);
        return new Arguments(all, operands);
    }

    boolean has(Option option) {
        return values.containsKey(option.name());
    }

    boolean has(String longName) {
        return values.containsKey(longName);
    }

    /** The value of an option, or null. */
    String get(Option option) {
        return values.get(option.name());
    }

    /** The value of an option, or null. */
    String get(String longName) {
        return values.get(longName);
    }

    /** What was given beside options. */
    List<String> operands() {
        return operands;
    }

    /** The same without the first operand: {@code explain mse preds.csv} reads {@code preds.csv}. */
    Arguments withoutFirst() {
        return new Arguments(values, operands.subList(1, operands.size()));
    }

    /** The same with another value of an option. */
    Arguments with(String longName, String value) {
        Map<String, String> changed = new java.util.HashMap<>(values);
        changed.put(longName, value);
        return new Arguments(changed, operands);
    }

    /** One of a few words; the first where the option is absent. */
    String word(Option option, String... words) {
        String value = get(option);
        if (value == null) {
            return words[0];
        }
        for (String word : words) {
            if (word.equals(value)) {
                return word;
            }
        }
        List<String> known = List.of(words);
        List<String> near = Nearest.to(value, known);
        throw new UsageError(option.name() + " '" + value + "': "
                + (near.isEmpty() ? "" : "did you mean " + near.get(0) + "? ") + "use one of "
                + String.join(", ", known));
    }

    /** One of the words that an option takes; null where the option is absent. */
    String choice(Option option) {
        return has(option) ? word(option, option.words().toArray(new String[0])) : null;
    }

    /** A whole number in a range; {@code fallback} where the option is absent. */
    int integer(Option option, int low, int high, int fallback) {
        String value = get(option);
        if (value == null) {
            return fallback;
        }
        double number = DecimalReader.read(value);
        if (!(number >= low && number <= high && number == Math.rint(number))) {
            throw new UsageError(option.name() + " '" + value + "': not a whole number from " + low + " to " + high);
        }
        return (int) number;
    }

    /** A single character; 0 where the option is absent. {@code \t} is a tab. */
    char character(Option option) {
        String value = get(option);
        if (value == null) {
            return 0;
        }
        if (value.equals("\\t") || value.equals("tab")) {
            return '\t';
        }
        if (value.length() != 1 || value.charAt(0) >= 128) {
            throw new UsageError(option.name() + " '" + value + "': not a single ASCII character");
        }
        return value.charAt(0);
    }

    /** A comma-separated list; empty where the option is absent. */
    List<String> list(Option option) {
        String value = get(option);
        return value == null ? List.of() : split(value, ',');
    }

    /** The parts of a text between separators, blanks around them dropped. */
    static List<String> split(String text, char separator) {
        List<String> parts = new java.util.ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == separator) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        return parts;
    }
}
