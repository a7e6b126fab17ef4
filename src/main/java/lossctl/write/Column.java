package lossctl.write;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /**
     * Renames what comes from the data, of {@code count} columns from {@code first} on, where one of ours or one before has
     * the name already: {@code n_2}. Programs tell columns by their names.
     */
    static void giveWay(List<Column> columns, int first, int count) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (i < first || i >= first + count) {
                taken.add(columns.get(i).name);
            }
        }
        for (int i = first; i < first + count; i++) {
            String name = columns.get(i).name;
            columns.set(i, new Column(unique(name, taken), columns.get(i).kind));
        }
    }

    /** The name, or that with the first number behind it which is not taken; it is from now on. */
    static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + "_" + i;
        }
        return unique;
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
