package lossctl.read;

import lossctl.data.Columns;

/**
 * Which columns may turn out to be wanted, told one name at a time: for a text whose names are only all known at its
 * end. Every column of {@link Roles} is a candidate, and the first without a role, which may be the only one; the reverse
 * does not hold.
 */
public final class Candidates {
    private final Columns columns;
    private int firstFree = -1;

    /** Candidates for what is asked for. */
    public Candidates(Columns columns) {
        this.columns = columns;
    }

    /** Whether the column of this name and index may be one of numbers, or a truth given as text. */
    public boolean isValue(String name, int index) {
        boolean truth = !columns.noTruth() && isTruth(name, index);
        return isFirstFree(name, index) || truth || isPrediction(name, index) || hasRole(name, index);
    }

    private boolean isFirstFree(String name, int index) {
        if (firstFree < 0 && !hasRole(name, index) && !isSaidText(name, index)) {
            firstFree = index;
        }
        return index == firstFree;
    }

    private boolean hasRole(String name, int index) {
        return said(columns.weight(), name, index) || isInput(name, index);
    }

    /** Whether the column's texts may be wanted: an id, a column to keep, or a class label. */
    public boolean isText(String name, int index) {
        boolean first = isFirstFree(name, index);
        boolean truths = columns.classTruth() || columns.named() != Columns.Named.NOTHING;
        boolean labelled = columns.classTruth() && columns.labels() != null;
        boolean predictions = labelled || columns.named() == Columns.Named.BOTH;
        return isSaidText(name, index)
                || truths && !columns.noTruth() && (first || isTruth(name, index))
                || predictions && (first || isPrediction(name, index));
    }

    /** Whether the column may hold predictions of classes, of which not every one may be needed. */
    public boolean isOfClasses(String name, int index) {
        return isValue(name, index) && !isTruth(name, index) && !isSaidText(name, index);
    }

    private boolean isSaidText(String name, int index) {
        boolean text = said(columns.id(), name, index);
        for (String keep : columns.keep()) {
            text |= said(keep, name, index);
        }
        return text;
    }

    private boolean isTruth(String name, int index) {
        return unsaid(columns.truth())
                ? UsualColumns.isUsual(UsualColumns.TRUTHS, name) || name.startsWith("y_true_")
                : said(columns.truth(), name, index);
    }

    private boolean isPrediction(String name, int index) {
        if (columns.noPrediction()) {
            return false;
        }
        if (!unsaid(columns.prediction())) {
            return said(columns.prediction(), name, index);
        }
        return UsualColumns.isUsual(UsualColumns.PREDICTIONS, name) || starts(UsualColumns.FAMILIES, name);
    }

    private boolean isInput(String name, int index) {
        for (int i = 0; i < columns.inputs().size(); i++) {
            String wanted =
                    i < columns.inputColumns().size() ? columns.inputColumns().get(i) : null;
            if (unsaid(wanted) ? name.startsWith(columns.inputs().get(i)) : said(wanted, name, index)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(Iterable<String> prefixes, String name) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean unsaid(String text) {
        return text == null || text.isBlank();
    }

    private static boolean said(String text, String name, int index) {
        if (unsaid(text)) {
            return false;
        }
        if (text.equals(name)) {
            return true;
        }
        for (int from = 0; from <= text.length(); ) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            if (names(text.substring(from, to).strip(), name, index)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean names(String piece, String name, int index) {
        int dash = piece.indexOf('-', 1);
        if (dash > 0) {
            // A range of numbers, or of names: every name that begins as the first of them may lie within.
            String first = piece.substring(0, dash).strip();
            boolean family =
                    ColumnRange.isFamily(first, piece.substring(dash + 1).strip());
            return !family || name.startsWith(first.substring(0, ColumnNames.digits(first)));
        }
        return piece.equals(String.valueOf(index + 1)) || ColumnNames.matches(piece, 0, name, 0);
    }
}
