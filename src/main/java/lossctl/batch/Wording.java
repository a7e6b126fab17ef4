package lossctl.batch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said to the prompt, said to a request: its fields in place of options. */
final class Wording {
    /** Not within a word, a path or quotes, where it is a user's own: what is quoted is found first, without a name. */
    private static final Pattern OPTION = Pattern.compile("(?<![a-z])'[^']*'|(?<![^ (])--([a-z][a-z0-9_-]*)");

    /** A request has no policy: numbers that are not finite are taken as they come. */
    private static final List<String> POLICY = List.of("missing", "missing_values", "nonfinite");

    private static final List<String> PLAIN =
            List.of("as", "dtype", "reduction", "key", "delimiter", "comment", "no_header", "true_file", "pred_file");

    private Wording() {}

    /** The text with fields for options. */
    static String of(String text) {
        Matcher options = OPTION.matcher(text);
        StringBuilder told = new StringBuilder();
        while (options.find()) {
            String name = name(options);
            String word = name == null || name.equals("max_request") ? options.group() : field(name);
            options.appendReplacement(told, Matcher.quoteReplacement(word));
        }
        return options.appendTail(told).toString();
    }

    /** The same of a hint; null for null, and for one at an option that no field stands for. */
    static String ofHint(String hint) {
        if (hint == null) {
            return null;
        }
        Matcher options = OPTION.matcher(hint);
        while (options.find()) {
            String name = name(options);
            if (name != null && POLICY.contains(name)) {
                return null;
            }
        }
        return of(hint);
    }

    /** The name of the option that was found; null where it is what somebody wrote. */
    private static String name(Matcher option) {
        return option.group(1) == null ? null : option.group(1).replace('-', '_');
    }

    private static String field(String name) {
        return switch (name) {
            case "true" -> "y_true";
            case "pred" -> "y_pred";
            case "weights" -> "sample_weight";
            case "input" -> "input_format";
            case "gradient", "hessian" -> "want " + name;
            default -> PLAIN.contains(name) || name.endsWith("_col") ? name : "params." + name;
        };
    }
}
