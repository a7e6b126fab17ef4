package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.write.CheckedOut;

/** The pages of help. */
final class Help {
    private static final int INDENT = 28;
    private static final int TASK = 18;
    private static final int USAGE = 37;

    private Help() {}

    /** What lossctl does, with its commands and losses by task. */
    static void overview(Ink ink, CheckedOut out) {
        out.line("lossctl computes losses: which one, exactly, per sample, with its gradient.");
        out.line("");
        out.line(ink.bold("Commands:"));
        out.line("  lossctl <loss> [FILE|-] [options]      lossctl mse --true 1,0 --pred 2,3");
        for (String word : Commands.words()) {
            Command command = Commands.reserved(word);
            Text.wrap(
                    out,
                    "  " + Text.pad("lossctl " + word + " " + command.operands(), USAGE) + "  ",
                    command.summary(),
                    USAGE + 4);
        }
        out.line("");
        out.line(ink.bold("Losses and metrics")
                + " (lossctl list tells what they are, lossctl explain <loss> all of one):");
        for (String task : Catalog.tasks()) {
            StringBuilder names = new StringBuilder();
            for (String name : Catalog.names()) {
                if (Catalog.task(name).equals(task)) {
                    names.append(names.length() == 0 ? "" : " ").append(name);
                }
            }
            Text.wrap(out, "  " + Text.pad(task, TASK - 4) + "  ", names.toString(), TASK);
        }
        out.line("");
        out.line("lossctl help <command> shows its options; lossctl --version tells the version.");
        out.line("Exit status: 0 done, 1 a gate failed, 2 usage, 3 data refused, 4 input or output, 5 a limit.");
    }

    /** One command and its options. */
    static void write(Command command, Ink ink, CheckedOut out) {
        out.line(usage(command));
        Text.wrap(out, "  ", command.summary(), 2);
        List<Option> options = command.options();
        for (Option.Section section : Option.Section.values()) {
            boolean first = true;
            for (Option option : options) {
                if (option.section() == section) {
                    if (first) {
                        out.line("");
                        out.line(ink.bold(section.title() + ":"));
                        first = false;
                    }
                    write(option, out);
                }
            }
        }
        for (String line : command.details()) {
            out.line(line);
        }
        List<String> examples = command.examples();
        if (!examples.isEmpty()) {
            out.line("");
            out.line(ink.bold("Examples:"));
            for (String example : examples) {
                out.line("  " + example);
            }
        }
    }

    /** {@code lossctl mse [FILE|-] [options]}. */
    static String usage(Command command) {
        return "lossctl " + command.name() + " " + command.operands() + " [options]";
    }

    /** What to type, for who typed nothing. */
    static List<String> brief() {
        return List.of(
                "  lossctl mse --true 1,0 --pred 2,3      one loss of values",
                "  lossctl eval -l mse,mae preds.csv      several losses of a file",
                "  lossctl list                           all losses and metrics",
                "  lossctl help                           all commands");
    }

    /** What to type for a command that was called without anything to work on. */
    static List<String> brief(Command command) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + usage(command));
        for (String example : command.examples()) {
            lines.add("  " + example);
        }
        lines.add("  lossctl help " + command.name());
        return lines;
    }

    /** The word that an option of a few words has if absent: the first; which format is usual follows from more. */
    private static String usual(Option option) {
        boolean few = !option.words().isEmpty()
                && option.label().startsWith(option.words().get(0) + "|");
        boolean told =
                option.description().contains("(default") || option.name().equals("--format");
        boolean word = few && Character.isLowerCase(option.label().charAt(0));
        return word && !told ? " (default " + option.words().get(0) + ")" : "";
    }

    private static void write(Option option, CheckedOut out) {
        String names = "  " + (option.letter() == null ? "    " : option.letter() + ", ") + option.name()
                + (option.isFlag() ? "" : " " + option.label());
        if (names.length() > INDENT - 2) {
            out.line(names);
            names = "";
        }
        Text.wrap(out, Text.pad(names, INDENT), option.description() + usual(option), INDENT);
    }
}
