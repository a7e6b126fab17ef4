package lossctl.read;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Nearest;
import lossctl.data.Refusal;

/** The names of a table's columns, and the ways to say some of them. */
final class ColumnNames {
    private static final int SHOWN = 12;

    private final List<String> names;
    private final String noun;

    ColumnNames(List<String> names, String noun) {
        this.names = names;
        this.noun = noun;
    }

    int count() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    /** The column of this name, or -1. */
    int find(String name) {
        int first = names.indexOf(name);
        if (first != names.lastIndexOf(name)) {
            throw new Refusal(Refusal.Code.AMBIGUOUS_COLUMN, "two " + noun + "s '" + name + "'");
        }
        return first;
    }

    /** The one column that a text names. */
    int one(String text) {
        int[] found = several(text);
        if (found.length != 1) {
            throw new Refusal(
                    Refusal.Code.AMBIGUOUS_COLUMN,
                    "one " + noun + " is wanted, but '" + text + "' names " + found.length);
        }
        return found[0];
    }

    /** The columns that a text names: a name, a number from 1, a range, a glob, or these with commas in between. */
    int[] several(String text) {
        int whole = find(text);
        if (whole >= 0) {
            return new int[] {whole};
        }
        List<Integer> found = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            add(text.substring(from, to).strip(), found);
            from = to + 1;
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

    private void add(String piece, List<Integer> found) {
        int column = find(piece);
        if (column >= 0) {
            found.add(column);
        } else if (piece.indexOf('*') >= 0 || piece.indexOf('?') >= 0) {
            glob(piece, found);
        } else if (piece.indexOf('-', 1) > 0) {
            range(piece, found);
        } else {
            found.add(single(piece));
        }
    }

    private int single(String piece) {
        int column = find(piece);
        if (column < 0 && !piece.isEmpty() && digits(piece) == 0 && piece.length() < 9) {
            column = Integer.parseInt(piece) - 1;
            if (column < 0 || column >= count()) {
                throw new Refusal(Refusal.Code.NO_COLUMN, "no " + noun + " " + piece + "; there are " + count());
            }
        }
        if (column < 0) {
            throw new Refusal(
                    Refusal.Code.NO_COLUMN,
                    "no " + noun + " '" + piece + "'; " + list() + "." + Nearest.question(piece, names));
        }
        return column;
    }

    private void glob(String pattern, List<Integer> found) {
        int before = found.size();
        for (int i = 0; i < count(); i++) {
            if (matches(pattern, 0, names.get(i), 0)) {
                found.add(i);
            }
        }
        if (found.size() == before) {
            throw new Refusal(Refusal.Code.NO_COLUMN, "no " + noun + " matches '" + pattern + "'; " + list());
        }
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

    private void range(String piece, List<Integer> found) {
        int dash = piece.indexOf('-', 1);
        String first = piece.substring(0, dash).strip();
        String last = piece.substring(dash + 1).strip();
        int cut = digits(first);
        boolean counted = cut < first.length()
                && first.length() < cut + 9
                && last.length() < cut + 9
                && digits(last) == cut
                && last.startsWith(first.substring(0, cut))
                && cut < last.length();
        if (!counted) {
            found.add(single(piece));
            return;
        }
        int end = Integer.parseInt(last.substring(cut));
        if (end < Integer.parseInt(first.substring(cut)) || end > count() + 1_000_000) {
            throw new Refusal(Refusal.Code.NO_COLUMN, "no " + noun + " is in the range '" + piece + "'");
        }
        for (int i = Integer.parseInt(first.substring(cut)); i <= end; i++) {
            found.add(single(first.substring(0, cut) + i));
        }
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
        StringBuilder text = new StringBuilder(noun + "s: ");
        for (int i = 0; i < Math.min(count(), SHOWN); i++) {
            text.append(i == 0 ? "" : ", ").append(names.get(i));
        }
        return text.append(count() > SHOWN ? ", ... (" + count() + ")" : "").toString();
    }
}
