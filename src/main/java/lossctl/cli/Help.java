package lossctl.cli;

import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.write.CheckedOut;

/** The pages of help. */
final class Help {
    private static final int WIDTH = 100;
    private static final int INDENT = 28;

    private Help() {}

    /** What lossctl does, with its commands and losses by task. */
    static void overview(Console console) {
        CheckedOut out = console.out();
        out.line("lossctl computes losses: which one, exactly, per sample, with its gradient.");
        out.line("");
        out.line("  lossctl <loss> [FILE|-] [options]      lossctl mse --true 1,0 --pred 2,3");
        for (String word : Commands.words()) {
            Command command = Commands.reserved(word);
            out.line("  " + pad("lossctl " + word + " " + command.operands(), 37) + "  " + command.summary());
        }
        out.line("");
        out.line("Losses and metrics (lossctl explain <loss> tells more):");
        for (String task : Catalog.tasks()) {
            StringBuilder names = new StringBuilder();
            for (String name : Catalog.names()) {
                if (Catalog.task(name).equals(task)) {
                    names.append(names.length() == 0 ? "" : " ").append(name);
                }
            }
            wrap(out, "  " + pad(task, 14) + "  ", names.toString(), 18);
        }
        out.line("");
        out.line("lossctl help <command> shows its options; lossctl --version tells the version.");
        out.line("Exit status: 0 done, 1 a gate failed, 2 usage, 3 data refused, 4 input or output, 5 a limit.");
    }

    /** One command and its options. */
    static void write(Command command, Console console) {
        CheckedOut out = console.out();
        out.line("lossctl " + command.name() + " " + command.operands() + " [options]");
        wrap(out, "  ", command.summary(), 2);
        List<Option> options = command.options();
        for (Option.Section section : Option.Section.values()) {
            boolean first = true;
            for (Option option : options) {
                if (option.section() == section) {
                    if (first) {
                        out.line("");
                        out.line(section.title() + ":");
                        first = false;
                    }
                    write(option, out);
                }
            }
        }
        List<String> examples = command.examples();
        if (!examples.isEmpty()) {
            out.line("");
            out.line("Examples:");
            for (String example : examples) {
                out.line("  " + example);
            }
        }
    }

    private static void write(Option option, CheckedOut out) {
        String names = "  " + (option.letter() == null ? "    " : option.letter() + ", ") + option.name()
                + (option.isFlag() ? "" : " " + option.label());
        String head = names.length() < INDENT - 1 ? pad(names, INDENT) : names + "  ";
        wrap(out, head, option.description(), INDENT);
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private static void wrap(CheckedOut out, String head, String text, int indent) {
        StringBuilder line = new StringBuilder(head);
        boolean empty = true;
        for (String word : Arguments.split(text, ' ')) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.line(line.toString());
                line.setLength(0);
                line.append(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.line(line.toString());
    }
}
