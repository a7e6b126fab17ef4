package lossctl.cli;

import java.util.List;

/** The commands that are no losses. */
final class Commands {
    private Commands() {}

    /** Their words, in the order of help. */
    static List<String> words() {
        return List.of(
                "eval",
                "compare",
                "partial",
                "merge",
                "batch",
                "plot",
                "list",
                "explain",
                "conventions",
                "help",
                "completion");
    }

    /** The command of a reserved word; null for any other word. */
    static Command reserved(String word) {
        return switch (word) {
            case "eval" -> new EvalCommand();
            case "batch" -> new BatchCommand();
            case "compare" -> new CompareCommand();
            case "partial" -> new PartialCommand();
            case "merge" -> new MergeCommand();
            case "list" -> new ListCommand();
            case "conventions" -> new ConventionsCommand();
            case "plot" -> new PlotCommand();
            case "explain" -> new ExplainCommand();
            case "help" -> new HelpCommand();
            case "completion" -> new CompletionCommand();
            default -> null;
        };
    }
}
