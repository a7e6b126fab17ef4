package lossctl.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.catalog.Catalog;
import lossctl.convention.Conventions;
import lossctl.loss.Param;
import lossctl.loss.Spec;
import lossctl.num.Nearest;

/** What is said of an option that a command does not have. */
final class Unknown {
    /** What others call an option, and what stands here for it. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("csv", "--format csv"),
            Map.entry("tsv", "--format tsv"),
            Map.entry("jsonl", "--format jsonl"),
            Map.entry("table", "--format table"),
            Map.entry("md", "--format md"),
            Map.entry("markdown", "--format md"),
            Map.entry("outputformat", "--format"),
            Map.entry("mean", "--reduction mean"),
            Map.entry("sum", "--reduction sum"),
            Map.entry("none", "--reduction none"),
            Map.entry("sep", "--delimiter"),
            Map.entry("separator", "--delimiter"),
            Map.entry("groupby", "--by"),
            Map.entry("metric", "--losses"),
            Map.entry("metrics", "--losses"),
            Map.entry("jobs", "--threads"),
            Map.entry("target", "--true"),
            Map.entry("prediction", "--pred"),
            Map.entry("sampleweight", "--weight-col"),
            Map.entry("top", "--worst"));

    private Unknown() {}

    /** One line; {@code losses} are those that the command was given, null for none. */
    static String option(Command command, String word, String losses) {
        if (!word.startsWith("-") || word.equals("-")) {
            return "unexpected '" + word + "'";
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        return "unknown option '" + name + "'. " + hint(command, name, losses);
    }

    /** One line on a word of a kind that names no loss, nor any of {@code others} that might have stood there. */
    static String loss(String kind, String word, List<String> others) {
        String guess = guess(word, others);
        return "unknown " + kind + " '" + word + "'. " + (guess.isEmpty() ? "See lossctl list." : guess);
    }

    /** What such a word may have meant, or why what it names has no value here; empty where it is like nothing. */
    static String guess(String word, List<String> others) {
        String last = word.substring(word.lastIndexOf('.') + 1);
        if (last.length() < word.length() && Catalog.find(last) != null) {
            return "Did you mean: " + last + "?";
        }
        List<String> commands = Conventions.commands(word);
        if (!commands.isEmpty()) {
            List<String> holders = Catalog.holders(word);
            String ours = holders.isEmpty() ? "" : String.join(", ", holders) + ", or ";
            return "Did you mean: " + ours + String.join(", or ", commands) + "?";
        }
        List<String> refusals = Conventions.refusals(word);
        if (!refusals.isEmpty()) {
            return String.join(";  ", refusals);
        }
        List<String> near = near(word, others);
        return near.isEmpty() ? "" : "Did you mean: " + String.join(", ", near) + "?";
    }

    /** The nearest of all names there are, ours first; the command of a framework's own stands in brackets. */
    private static List<String> near(String word, List<String> others) {
        List<String> holders = Catalog.holders(word);
        if (!holders.isEmpty()) {
            return holders;
        }
        Map<String, String> known = new LinkedHashMap<>();
        for (Collection<String> names : List.of(others, Catalog.spellings(), Conventions.spellings())) {
            for (String name : names) {
                known.putIfAbsent(Nearest.plain(name), name);
            }
        }
        List<String> shown = new ArrayList<>();
        for (String name : Nearest.to(word, known.values())) {
            List<String> commands =
                    others.contains(name) || Catalog.find(name) != null ? List.of() : Conventions.commands(name);
            shown.add(name + (commands.isEmpty() ? "" : " (" + commands.get(0) + ")"));
        }
        return shown;
    }

    private static String hint(Command command, String name, String losses) {
        String parameter = losses == null ? null : parameter(name, losses);
        if (parameter != null) {
            return "A parameter stands behind its loss: -l " + parameter;
        }
        String meant = elsewhere(command, name);
        if (meant != null) {
            return "Did you mean: " + meant + "?";
        }
        String other = other(name);
        if (other != null) {
            return "lossctl " + other + " has it";
        }
        List<String> known = new ArrayList<>();
        for (Option option : command.options()) {
            known.add(option.name());
        }
        List<String> near = Nearest.to(name, known);
        return near.isEmpty()
                ? "See lossctl " + command.words() + " --help"
                : "Did you mean: " + String.join(", ", near) + "?";
    }

    /** What the command has for an option of others; null where it has none, or not with that word. */
    private static String elsewhere(Command command, String name) {
        String meant = ELSEWHERE.get(Nearest.plain(name));
        if (meant != null) {
            List<String> words = Arguments.split(meant, ' ');
            for (Option option : command.options()) {
                if (option.name().equals(words.get(0))
                        && (words.size() < 2 || command.words(option).contains(words.get(1)))) {
                    return meant;
                }
            }
        }
        return null;
    }

    /** How the first of these losses that has the parameter is given it; null where none has. */
    private static String parameter(String name, String losses) {
        for (String part : Arguments.split(losses, ',')) {
            Spec spec = Catalog.find(LossList.words(part).get(0));
            for (Param param : spec == null ? List.<Param>of() : spec.params()) {
                if (param.option().equals(name)) {
                    return LossList.example(spec, param);
                }
            }
        }
        return null;
    }

    /** Another command that has the option; null where none has. */
    private static String other(String name) {
        for (Option option : LossCommand.shared()) {
            if (option.name().equals(name)) {
                return "<loss>";
            }
        }
        for (String word : Commands.words()) {
            for (Option option : Commands.reserved(word).allOptions()) {
                if (option.name().equals(name)) {
                    return word;
                }
            }
        }
        return null;
    }
}
