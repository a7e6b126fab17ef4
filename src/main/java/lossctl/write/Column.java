package lossctl.write;

/**
 * A column of a table.
 *
 * @param name its heading
 * @param kind what its cells hold
 */
public record Column(String name, Kind kind) {

    /** What the cells of a column hold; a null is an empty cell in all of them. */
    public enum Kind {
        /** A String from anywhere: escaped as the format needs it. */
        TEXT,
        /** A Double, written in the style's precision. */
        NUMBER,
        /** A Long or Integer. */
        COUNT,
        /** A String of our own that is made of numbers, such as {@code [0.1, 0.9]}: aligned like a number. */
        FIGURE
    }

    /** A column of texts. */
    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    /** A column of numbers. */
    public static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    /** A column of whole numbers. */
    public static Column count(String name) {
        return new Column(name, Kind.COUNT);
    }

    /** A column of texts that are made of numbers. */
    public static Column figure(String name) {
        return new Column(name, Kind.FIGURE);
    }

    /** The text of a cell, not yet escaped; empty for null. */
    String cell(Object value, Style style) {
        if (value == null) {
            return "";
        }
        return switch (kind) {
            case TEXT, FIGURE -> (String) value;
            case NUMBER -> style.number((Double) value);
            case COUNT -> Long.toString(((Number) value).longValue());
        };
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }
}
