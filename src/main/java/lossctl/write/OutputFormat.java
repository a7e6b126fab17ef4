package lossctl.write;

/** How results are written. */
public enum OutputFormat {
    /** The bare number. */
    VALUE("value"),
    /** Columns for the eye. */
    TABLE("table"),
    /** One JSON text. */
    JSON("json"),
    /** A JSON object a line. */
    JSONL("jsonl"),
    /** Comma-separated values. */
    CSV("csv"),
    /** Tab-separated values. */
    TSV("tsv"),
    /** A Markdown table. */
    MD("md"),
    /** A table in HTML, for a page that holds more. */
    HTML("html");

    private final String word;

    OutputFormat(String word) {
        this.word = word;
    }

    /** The word that the command line takes for it. */
    public String word() {
        return word;
    }

    /** The format that a word stands for, or null. */
    public static OutputFormat of(String word) {
        for (OutputFormat format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        return null;
    }
}
