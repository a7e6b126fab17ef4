package lossctl.read;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Refusal;

/** Columns from one to another: by the numbers in their names ({@code p0-p9}), else as they stand in the table. */
final class ColumnRange {
    private static final int LONGEST = 8;

    private ColumnRange() {}

    /** Adds the columns that a piece means; false where it is no range, so that it can only be a name. */
    static boolean add(ColumnNames names, String piece, List<Integer> found) {
        for (int dash = piece.indexOf('-', 1); dash > 0; dash = piece.indexOf('-', dash + 1)) {
            String first = piece.substring(0, dash).strip();
            String last = piece.substring(dash + 1).strip();
            if (isFamily(first, last)) {
                addFamily(names, piece, first, last, found);
                return true;
            }
            if (!last.isEmpty() && names.position(first) >= 0 && names.position(last) >= 0) {
                addPositions(piece, names.position(first), names.position(last), found);
                return true;
            }
        }
        return false;
    }

    /** Whether these are the same name but for a number at its end. */
    static boolean isFamily(String first, String last) {
        int cut = ColumnNames.digits(first);
        return cut > 0
                && isNumbered(first, cut)
                && isNumbered(last, cut)
                && ColumnNames.digits(last) == cut
                && last.startsWith(first.substring(0, cut));
    }

    private static boolean isNumbered(String name, int cut) {
        return name.length() > cut && name.length() <= cut + LONGEST;
    }

    private static void addFamily(ColumnNames names, String piece, String first, String last, List<Integer> found) {
        int cut = ColumnNames.digits(first);
        int end = Integer.parseInt(last.substring(cut));
        int start = Integer.parseInt(first.substring(cut));
        if (end < start) {
            throw backwards(piece);
        }
        for (int i = start; i <= end; i++) {
            found.add(names.single(first.substring(0, cut) + i, List.of()));
        }
    }

    private static void addPositions(String piece, int first, int last, List<Integer> found) {
        if (last < first) {
            throw backwards(piece);
        }
        for (int i = first; i <= last; i++) {
            found.add(i);
        }
    }

    private static Refusal backwards(String piece) {
        return new Refusal(Refusal.Code.NO_COLUMN, "the range '" + piece + "' runs backwards");
    }

    /** By number where all are of one family, else as they stand: {@code p10} is behind {@code p2}, wherever it stands. */
    static List<Integer> byNumber(ColumnNames names, List<Integer> found) {
        String first = names.name(found.get(0));
        int cut = ColumnNames.digits(first);
        for (int column : found) {
            String name = names.name(column);
            boolean member = isNumbered(name, cut)
                    && ColumnNames.digits(name) <= cut
                    && name.startsWith(first.substring(0, cut));
            if (!member) {
                return found;
            }
        }
        List<Integer> ordered = new ArrayList<>(found);
        ordered.sort((a, b) -> Integer.compare(number(names.name(a), cut), number(names.name(b), cut)));
        return ordered;
    }

    private static int number(String name, int cut) {
        return Integer.parseInt(name.substring(cut));
    }
}
