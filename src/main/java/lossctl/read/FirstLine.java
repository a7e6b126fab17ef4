package lossctl.read;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Columns;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.num.DecimalReader;

/**
 * Tells a header from a row that stands where one is expected: taken for names, its values would be missing from the
 * result without a word.
 *
 * <p>Numbers may be names all the same, as those of a data frame's columns are. So they are taken for such where another
 * column that is used has a name in words, or where the user said one that can be nothing else: {@code 0}, which is no
 * position, or a pattern.
 */
public final class FirstLine {
    private final List<String> names;
    private final Columns columns;
    private final Policy policy;
    private final long line;

    /** The first line of a text, what is wanted of it, what means "missing" there, and which line it is. */
    public FirstLine(List<String> names, Columns columns, Policy policy, long line) {
        this.names = names;
        this.columns = columns;
        this.policy = policy;
        this.line = line;
    }

    /** The same roles where the line names columns. @throws Refusal where it looks like a row */
    public Roles header(Roles roles) {
        if (isRow(roles)) {
            throw new Refusal(Refusal.Code.AMBIGUOUS_COLUMN, "the first line is values, not names")
                    .at(line, 0)
                    .hint("--no-header takes it as a row");
        }
        return roles;
    }

    private boolean isRow(Roles roles) {
        boolean values = false;
        for (int column : used(roles)) {
            String name = names.get(column);
            boolean value = isValue(name) || isLabel(name, roles.truth(), column);
            if (!value && !policy.missingValues().contains(name)) {
                return false;
            }
            values |= value;
        }
        return values && !isNamed();
    }

    private static List<Integer> used(Roles roles) {
        List<int[]> all = new ArrayList<>(roles.inputs());
        all.add(roles.truth());
        all.add(roles.prediction());
        all.add(roles.texts());
        all.add(roles.weight() < 0 ? new int[0] : new int[] {roles.weight()});
        List<Integer> used = new ArrayList<>();
        for (int[] some : all) {
            for (int column : some) {
                used.add(column);
            }
        }
        return used;
    }

    private static boolean isValue(String name) {
        return switch (DecimalReader.verdict(name)) {
            case FINITE, NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY -> true;
            default -> false;
        };
    }

    /** Whether a truth's name is a class, and not a word that truths are usually called. */
    private boolean isLabel(String name, int[] truth, int column) {
        return columns.classTruth()
                && columns.labels() != null
                && columns.labels().contains(name)
                && UsualColumns.contains(truth, column)
                && !UsualColumns.TRUTHS.contains(name);
    }

    /** Whether what the user said can only be names. */
    private boolean isNamed() {
        List<String> said = new ArrayList<>(columns.keep());
        said.addAll(columns.inputColumns());
        said.add(columns.weight());
        said.add(columns.id());
        said.add(columns.noTruth() ? null : columns.truth());
        said.add(columns.noPrediction() ? null : columns.prediction());
        for (String text : said) {
            if (text != null && !text.isBlank() && isNamed(text)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(String text) {
        for (String piece : text.split(",")) {
            String word = piece.strip();
            if (!isPosition(word) && !isRange(word) && !isWild(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPosition(String word) {
        double number = ColumnNames.digits(word) == 0 ? DecimalReader.read(word) : 0;
        return number >= 1 && number <= names.size();
    }

    private boolean isRange(String word) {
        int dash = word.indexOf('-', 1);
        return dash > 0
                && isPosition(word.substring(0, dash).strip())
                && isPosition(word.substring(dash + 1).strip());
    }

    /** A pattern that every name fits says nothing of names. */
    private static boolean isWild(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c == '*' || c == '?');
    }
}
