package lossctl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.catalog.Catalog;
import lossctl.convention.Conventions;
import lossctl.loss.Spec;
import lossctl.write.CheckedOut;

/**
 * What bash and zsh complete, as functions that both understand: {@code _lossctl_commands}, {@code _lossctl_losses},
 * {@code _lossctl_options COMMAND LOSS} and {@code _lossctl_values COMMAND OPTION} print words.
 */
final class CompletionData {
    private final CheckedOut out;

    CompletionData(CheckedOut out) {
        this.out = out;
    }

    void write() {
        out.line("# Completion of lossctl, made by lossctl completion.");
        writeWords("_lossctl_commands", Commands.words());
        writeWords("_lossctl_losses", Catalog.names());
        writeWords("_lossctl_pictures", PictureCommand.WORDS);
        writeOptions();
        writeOwn();
        writeValues();
    }

    private void writeWords(String function, List<String> words) {
        out.line(function + "() {");
        out.line("    printf '%s\\n' " + String.join(" ", words));
        out.line("}");
    }

    private void writeOptions() {
        out.line("_lossctl_options() {");
        out.line("    case $1 in");
        for (String word : Commands.words()) {
            out.line("        " + word + ") printf '%s\\n' "
                    + names(Commands.reserved(word).allOptions()) + " ;;");
        }
        out.line("        *) printf '%s\\n' " + names(LossCommand.shared()) + "; _lossctl_own \"$1\" ;;");
        out.line("    esac");
        out.line("    if [ \"$1\" = explain ]; then _lossctl_own \"$2\"; fi");
        out.line("}");
    }

    /** The options that only some losses have, by the losses' names and aliases. */
    private void writeOwn() {
        Map<String, List<String>> losses = new LinkedHashMap<>();
        for (Spec spec : Catalog.all()) {
            List<Option> own = LossOptions.of(spec);
            if (!own.isEmpty()) {
                List<String> names = losses.computeIfAbsent(names(own), key -> new ArrayList<>());
                names.add(spec.name());
                names.addAll(spec.aliases());
            }
        }
        out.line("_lossctl_own() {");
        out.line("    case $1 in");
        for (Map.Entry<String, List<String>> each : losses.entrySet()) {
            out.line("        " + String.join("|", each.getValue()) + ")");
            out.line("            printf '%s\\n' " + each.getKey() + " ;;");
        }
        out.line("    esac");
        out.line("}");
    }

    /** What follows an option: its words, {@code <file>}, {@code <losses>}, or {@code <any>}; nothing for a flag. */
    private void writeValues() {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        for (String word : Commands.words()) {
            for (Option option : Commands.reserved(word).allOptions()) {
                if (!LossCommand.shared().contains(option)) {
                    addPattern(patterns, word, option);
                }
            }
        }
        for (Spec spec : Catalog.all()) {
            for (Option option : LossOptions.of(spec)) {
                addPattern(patterns, spec.name(), option);
                addPattern(patterns, "explain", option);
            }
        }
        for (Option option : LossCommand.shared()) {
            addPattern(patterns, "*", option);
        }
        out.line("_lossctl_values() {");
        out.line("    case \"$1 $2\" in");
        for (Map.Entry<String, List<String>> each : patterns.entrySet()) {
            out.line("        " + String.join("|", each.getValue()) + ")");
            out.line("            printf '%s\\n' " + each.getKey() + " ;;");
        }
        out.line("    esac");
        out.line("}");
    }

    private static void addPattern(Map<String, List<String>> patterns, String command, Option option) {
        if (option.isFlag()) {
            return;
        }
        String any = command.equals("*") ? "*" : command;
        List<String> all = patterns.computeIfAbsent(values(option), key -> new ArrayList<>());
        for (String name : option.names()) {
            String pattern = any + "\\ " + name;
            if (!all.contains(pattern)) {
                all.add(pattern);
            }
        }
    }

    /** The words that an option takes; those that data and not the option hold, too. */
    static List<String> words(Option option) {
        return option.equals(Options.AS) ? Conventions.names() : option.words();
    }

    private static String values(Option option) {
        if (!words(option).isEmpty()) {
            return String.join(" ", words(option));
        }
        if (option.isFile()) {
            return "'<file>'";
        }
        return option.isLosses() ? "'<losses>'" : "'<any>'";
    }

    private static String names(List<Option> options) {
        List<String> names = new ArrayList<>();
        for (Option option : options) {
            names.addAll(option.names());
        }
        return String.join(" ", names);
    }
}
