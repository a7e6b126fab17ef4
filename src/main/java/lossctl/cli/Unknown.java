package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.loss.Param;
import lossctl.loss.Spec;
import lossctl.num.Nearest;

/** What is said of an option that a command does not have. */
final class Unknown {
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

    private static String hint(Command command, String name, String losses) {
        String parameter = losses == null ? null : parameter(name, losses);
        if (parameter != null) {
            return "A parameter stands behind its loss: -l " + parameter;
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

    /** How the first of these losses that has the parameter is given it; null where none has. */
    private static String parameter(String name, String losses) {
        for (String part : Arguments.split(losses, ',')) {
            Spec spec = Catalog.find(Arguments.split(part, ':').get(0));
            for (Param param : spec == null ? List.<Param>of() : spec.params()) {
                if (param.option().equals(name)) {
                    return LossOptions.example(spec, param);
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
