package lossctl.cli;

import java.util.List;

/**
 * One option of the command line, as data: the model that picocli parses with is built from the few that a call uses,
 * and help and completion are made from all.
 *
 * @param name the long name, {@code --precision}
 * @param letter the short name, {@code -f}, or null
 * @param label what its value is called in help, {@code N}; null for a flag
 * @param section the heading under which help shows it
 * @param description one line
 * @param words the only values it takes; empty where there are others
 * @param meant the long name under which its value is kept: its own, or that of the option which it is another name of
 */
record Option(
        String name,
        String letter,
        String label,
        Section section,
        String description,
        List<String> words,
        String meant) {

    /** The headings of help. */
    enum Section {
        LOSS("Parameters"),
        VALUES("Values on the command line"),
        FILES("Files"),
        MATH("Mathematics"),
        DETAIL("Per sample"),
        GROUP("Groups"),
        STATISTICS("Uncertainty and gates"),
        OUTPUT("Output");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** An option with a value; a label such as {@code mean|sum} gives its words. */
    static Option value(String name, String letter, String label, Section section, String description) {
        List<String> words = label.indexOf('|') < 0 ? List.of() : Arguments.split(label, '|');
        return new Option(name, letter, label, section, description, words, name);
    }

    /** Another name of an option. */
    static Option synonym(String name, Option of) {
        return new Option(name, null, of.label, of.section, "another name of " + of.name, of.words, of.name);
    }

    /** An option whose words are too many for its label. */
    static Option choice(String name, String label, Section section, String description, List<String> words) {
        return new Option(name, null, label, section, description, words, name);
    }

    static Option flag(String name, String letter, Section section, String description) {
        return new Option(name, letter, null, section, description, List.of(), name);
    }

    /** The same option with a short name. */
    Option or(String shortName) {
        return new Option(name, shortName, label, section, description, words, meant);
    }

    boolean isFlag() {
        return label == null;
    }

    /** Its names, the long one last. */
    List<String> names() {
        return letter == null ? List.of(name) : List.of(letter, name);
    }

    /** Whether its value is a list of losses. */
    boolean isLosses() {
        return "L1,L2".equals(label);
    }

    /** Whether its value is a list with commas. */
    boolean isList() {
        return label != null && (label.contains(",..") || label.contains("[,"));
    }

    /** Whether it may be given several times; {@link Arguments#AGAIN} then stands between the values. */
    boolean isRepeatable() {
        return "COND".equals(label);
    }

    /** Whether its value names a column, or several. */
    boolean isColumn() {
        return "COL".equals(label);
    }

    /** Whether its value is the path of a file. */
    boolean isFile() {
        return "FILE".equals(label);
    }
}
