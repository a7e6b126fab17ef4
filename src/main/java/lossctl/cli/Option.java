package lossctl.cli;

/**
 * One option of the command line, as data: the model that picocli parses with is built from the few that a call uses.
 *
 * @param name the long name, {@code --precision}
 * @param letter the short name, {@code -f}, or null
 * @param label what its value is called in help, {@code N}; null for a flag
 * @param section the heading under which help shows it
 * @param description one line
 */
record Option(String name, String letter, String label, Section section, String description) {

    /** The headings of help. */
    enum Section {
        LOSS("Parameters"),
        VALUES("Values on the command line"),
        FILES("Files"),
        MATH("Mathematics"),
        DETAIL("Per sample"),
        OUTPUT("Output");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    static Option value(String name, String letter, String label, Section section, String description) {
        return new Option(name, letter, label, section, description);
    }

    static Option flag(String name, String letter, Section section, String description) {
        return new Option(name, letter, null, section, description);
    }

    boolean isFlag() {
        return label == null;
    }
}
