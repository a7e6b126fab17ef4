package lossctl.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lossctl.data.Refusal;
import lossctl.num.Nearest;

/** The names of a table's columns, and the ways to say some of them. */
final class ColumnNames {
    private static final int SHOWN = 12;
    private static final int TWICE = -2;

    private final List<String> names;
    private final String noun;
    private final Map<String, Integer> columns = new HashMap<>();

    ColumnNames(List<String> names, String noun) {
        this.names = names;
        this.noun = noun;
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), columns.containsKey(names.get(i)) ? TWICE : i);
        }
    }

    int count() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    /** The column of this name, or -1. */
    int find(String name) {
        int column = columns.getOrDefault(name, -1);
        if (column == TWICE) {
            int first = names.indexOf(name);
            int second = first + 1 + names.subList(first + 1, count()).indexOf(name);
            throw new Refusal(
                            Refusal.Code.AMBIGUOUS_COLUMN,
                            "two " + noun + "s '" + name + "': " + (first + 1) + " and " + (second + 1))
                    .column(name)
                    .hint("say which by its number");
        }
        return column;
    }

    /** The one column that a text names. */
    int one(String text) {
        int[] found = several(text, List.of());
        if (found.length != 1) {
            throw new Refusal(
                    Refusal.Code.AMBIGUOUS_COLUMN,
                    "one " + noun + " is wanted, but '" + text + "' names " + found.length);
        }
        return found[0];
    }

    /**
     * The columns that a text names: a name, a number from 1, a range, a glob, or these with commas in between.
     *
     * @param usual the names that columns of this role usually have, for "Did you mean"
     */
    int[] several(String text, List<String> usual) {
        int whole = find(text);
        if (whole >= 0) {
            return new int[] {whole};
        }
        List<Integer> found = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            add(text.substring(from, to).strip(), usual, found);
            from = to + 1;
        }
        boolean[] seen = new boolean[count()];
        for (int column : found) {
            if (seen[column]) {
                throw new Refusal(
                                Refusal.Code.AMBIGUOUS_COLUMN,
                                "'" + text + "' names " + noun + " '" + name(column) + "' twice")
                        .column(name(column));
            }
            seen[column] = true;
        }
        return array(found);
    }

    static int[] array(List<Integer> list) {
        int[] array = new int[list.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = list.get(i);
        }
        return array;
    }

    private void add(String piece, List<String> usual, List<Integer> found) {
        int column = find(piece);
        if (column >= 0) {
            found.add(column);
        } else if (piece.indexOf('*') >= 0 || piece.indexOf('?') >= 0) {
            glob(piece, found);
        } else if (!ColumnRange.add(this, piece, found)) {
            found.add(single(piece, usual));
        }
    }

    /** The column of this name, or of this number from 1. */
    int single(String piece, List<String> usual) {
        int column = position(piece);
        if (column < 0) {
            throw new Refusal(
                            Refusal.Code.NO_COLUMN, "no " + noun + " '" + piece + "'; " + list() + meant(piece, usual))
                    .column(piece);
        }
        return column;
    }

    /** The column of this name, or of this number from 1; -1 where it is neither. */
    int position(String piece) {
        int column = find(piece);
        if (column < 0 && !piece.isEmpty() && digits(piece) == 0) {
            column = piece.length() < 9 ? Integer.parseInt(piece) - 1 : count();
            if (column < 0 || column >= count()) {
                throw new Refusal(
                        Refusal.Code.NO_COLUMN,
                        "no " + noun + " " + piece + "; there " + (count() == 1 ? "is 1" : "are " + count()));
            }
        }
        return column;
    }

    /** Another usual name of the role that is there is meant before one that is only spelt alike. */
    private String meant(String piece, List<String> usual) {
        for (String name : usual) {
            if (usual.contains(piece) && columns.containsKey(name)) {
                return ". Did you mean '" + name + "'?";
            }
        }
        String question = question(piece, names);
        return question.isEmpty() ? "" : "." + question;
    }

    private void glob(String pattern, List<Integer> found) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            if (matches(pattern, 0, name(i), 0)) {
                fitting.add(find(name(i)));
            }
        }
        if (fitting.isEmpty()) {
            throw new Refusal(Refusal.Code.NO_COLUMN, "no " + noun + " matches '" + pattern + "'; " + list());
        }
        found.addAll(ColumnRange.byNumber(this, fitting));
    }

    /** Whether the pattern from {@code p} fits the name from {@code n}; at the last star all before it is settled. */
    static boolean matches(String pattern, int p, String name, int n) {
        int star = -1;
        int mark = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the digits at the end of a name begin; its length where there are none. */
    static int digits(String name) {
        int at = name.length();
        while (at > 0 && name.charAt(at - 1) >= '0' && name.charAt(at - 1) <= '9') {
            at--;
        }
        return at;
    }

    /** The names in a message, the first of them only where there are many. */
    String list() {
        if (count() == 0) {
            return "there are no " + noun + "s";
        }
        StringBuilder text = new StringBuilder(noun + "s: ");
        for (int i = 0; i < Math.min(count(), SHOWN); i++) {
            text.append(i == 0 ? "" : ", ").append(names.get(i));
        }
        return text.append(count() > SHOWN ? ", ... (" + count() + ")" : "").toString();
    }

    /** The sentence {@code  Did you mean 'x'?} with a space before it; empty where nothing is near. */
    private static String question(String word, List<String> names) {
        List<String> near = Nearest.to(word, names);
        return near.isEmpty() ? "" : " Did you mean '" + near.get(0) + "'?";
    }
}
