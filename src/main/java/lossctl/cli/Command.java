package lossctl.cli;

import java.util.List;

/** One command: what it is called, which options it takes, and what it does. */
interface Command {

    /** The word that calls it. */
    String name();

    /** The words that call it and its help. */
    default String words() {
        return name();
    }

    /** What stands above the examples in help; nothing by default. */
    default List<String> details() {
        return List.of();
    }

    /** What it does, in one line. */
    String summary();

    /** How its files or words are shown in help: {@code [FILE|-]}; empty where it takes none. */
    String operands();

    /** The most operands it takes. */
    int maxOperands();

    /** Its options, in the order of help. */
    List<Option> options();

    /** The words that it takes for one of its options, where there are but a few. */
    default List<String> words(Option option) {
        return option.words();
    }

    /** Those, and the options that only some of its words take. */
    default List<Option> allOptions() {
        return options();
    }

    /** Command lines that show it at work, for help; none by default. */
    default List<String> examples() {
        return List.of();
    }

    /** The command that these arguments ask for: {@code explain huber} takes the options of huber. */
    default Command with(List<String> args) {
        return this;
    }

    /** The operands that are files which it reads: none of them may be overwritten with the result. */
    default List<String> files(Arguments arguments) {
        return arguments.operands();
    }

    /** Whether the result holds all of what was read, so that it may take its place. */
    default boolean accumulates(Arguments arguments) {
        return false;
    }

    /** Does it and returns the exit status. */
    int run(Arguments arguments, Console console);
}
