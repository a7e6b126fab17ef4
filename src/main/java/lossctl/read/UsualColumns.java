package lossctl.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lossctl.data.Refusal;

/** The names that columns of truths and predictions usually have, and those of them that a table has. */
final class UsualColumns {
    static final List<String> TRUTHS = List.of("y_true", "true", "target", "label", "actual", "y");
    static final List<String> PREDICTIONS = List.of("y_pred", "pred", "prediction", "yhat", "y_prob", "prob", "score");
    static final List<String> FAMILIES = List.of("p", "prob_", "logit_", "y_pred_");
    static final List<String> LABELLED = List.of("p_", "prob_", "logit_", "y_pred_");

    private final ColumnNames names;
    private final String noun;

    UsualColumns(ColumnNames names, String noun) {
        this.names = names;
        this.noun = noun;
    }

    /** The one column with a usual name that plays no other role; null where there is none. */
    int[] only(List<String> usual, int[] taken) {
        List<Integer> found = new ArrayList<>();
        for (String name : usual) {
            int column = names.find(name);
            if (column >= 0 && !contains(taken, column)) {
                found.add(column);
            }
        }
        boolean exact = !found.isEmpty();
        for (int i = 0; i < names.count() && !exact; i++) {
            // Y_True is as clear as y_true, where no column is called just that.
            if (isUsual(usual, names.name(i)) && !contains(taken, i)) {
                found.add(i);
            }
        }
        if (found.size() > 1) {
            throw ambiguous(usual == TRUTHS, found);
        }
        return found.isEmpty() ? null : ColumnNames.array(found);
    }

    /** Whether a name is a usual one, in any case. */
    static boolean isUsual(List<String> usual, String name) {
        return usual.contains(name) || usual.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean contains(int[] taken, int column) {
        for (int other : taken) {
            if (other == column) {
                return true;
            }
        }
        return false;
    }

    private Refusal ambiguous(boolean truth, List<Integer> found) {
        String list = "";
        for (int i = 0; i < found.size(); i++) {
            list += (i == 0 ? "'" : i == found.size() - 1 ? " or '" : ", '") + names.name(found.get(i)) + "'";
        }
        return new Refusal(
                        Refusal.Code.AMBIGUOUS_COLUMN, "the " + (truth ? "truth" : "prediction") + " could be " + list)
                .hint((truth ? "--true-col " : "--pred-col ") + names.name(found.get(0)));
    }

    int[] oneOf(List<String> prefixes, boolean labelled) {
        int[] found = null;
        for (String prefix : prefixes) {
            int[] family = labelled ? labelled(prefix) : family(prefix);
            if (family != null && found != null) {
                throw ambiguous(false, List.of(found[0], family[0]));
            }
            found = family == null ? found : family;
        }
        return found;
    }

    /** The columns prefix0, prefix1 and so on; null where there are none. */
    int[] family(String prefix) {
        int[] found = new int[names.count()];
        int members = 0;
        for (int i = 0; i < names.count(); i++) {
            String name = names.name(i);
            if (name.startsWith(prefix)
                    && name.length() > prefix.length()
                    && ColumnNames.digits(name) <= prefix.length()) {
                members++;
            }
        }
        for (int i = 0; i < members; i++) {
            found[i] = names.find(prefix + i);
            if (found[i] < 0) {
                throw new Refusal(
                                Refusal.Code.NO_COLUMN,
                                "no " + noun + " '" + prefix + i + "' among " + members + " like '" + prefix + "*'")
                        .hint("--pred-col '" + prefix + "*'");
            }
        }
        return members == 0 ? null : Arrays.copyOf(found, members);
    }

    private int[] labelled(String prefix) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < names.count(); i++) {
            if (names.name(i).startsWith(prefix) && names.name(i).length() > prefix.length()) {
                found.add(i);
            }
        }
        return found.size() < 2 ? null : ColumnNames.array(found);
    }
}
