package lossctl.read.csv;

import java.util.List;
import lossctl.data.Layout;
import lossctl.data.Places;
import lossctl.data.Policy;
import lossctl.read.Labels;
import lossctl.read.Rejects;
import lossctl.read.Roles;

/**
 * What is known of a CSV text before its first row.
 *
 * @param name its name for messages
 * @param dialect how it is written
 * @param names its column names; numbers where it has no header
 * @param roles which column is what
 * @param layout what its rows hold
 * @param labels what the texts of the truth stand for; null where it holds numbers
 * @param named whether a text among the truths may be a class by its name
 * @param policy what to do with missing and non-finite values
 * @param unchecked whether only the probability of the true class is read
 * @param aligned whether rows that are left out stay in their block, as gaps
 * @param rejects takes rows that cannot be read; null where they are refused
 */
record Sheet(
        String name,
        Dialect dialect,
        List<String> names,
        Roles roles,
        Layout layout,
        Labels labels,
        boolean named,
        Policy policy,
        boolean unchecked,
        boolean aligned,
        Rejects rejects) {

    /** What the texts of a role stand for; null where it holds numbers. */
    Labels labels(Places.Role role) {
        return switch (role) {
            case TRUTH -> labels;
            case PREDICTION -> labels == null ? null : labels.ofPrediction(layout.predictionWidth());
            default -> null;
        };
    }

    /** Whether a text in a column may be a class by its name. */
    boolean isName(int field) {
        return roles.isTruth(field) ? named : labels != null && roles.isOnlyPrediction(field);
    }

    /** How a message calls a column. */
    String column(int field) {
        return dialect.header() ? "column '" + names.get(field) + "'" : "column " + (field + 1);
    }
}
