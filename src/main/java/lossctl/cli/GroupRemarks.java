package lossctl.cli;

import lossctl.eval.Estimate;
import lossctl.eval.Evaluation;
import lossctl.eval.Group;
import lossctl.eval.Grouped;
import lossctl.eval.Sliced;

/** What is to be remarked on groups: a line a loss, however many groups it is about. */
final class GroupRemarks {
    /** A remark on one group, or null. */
    private interface Remark {
        String on(Group group);
    }

    private GroupRemarks() {}

    /** A line about the groups in which a loss has no value, or null. */
    static String undefined(Sliced sliced, int loss, Evaluation evaluation) {
        String name = evaluation.losses().get(loss).spec().name();
        return line(
                sliced, name + " has no value", group -> group.isUndefined(loss) ? ": " + group.reasons()[loss] : null);
    }

    /** A line about the groups in which the interval of a loss is not there or means little, or null. */
    static String uncertain(Sliced sliced, int loss, Evaluation evaluation) {
        String name = evaluation.losses().get(loss).spec().name();
        return line(sliced, "no good interval of " + name, group -> {
            Estimate estimate = group.estimate(loss);
            String warning = estimate == null ? null : estimate.warning(name);
            return warning == null ? null : ": " + warning;
        });
    }

    private static String line(Sliced sliced, String what, Remark remark) {
        // The groups of all files together say the same as those of single files, in fewer words.
        Grouped all = sliced.all();
        Group first = null;
        int count = 0;
        for (Group group : all.groups()) {
            if (remark.on(group) != null) {
                first = count++ == 0 ? group : first;
            }
        }
        if (first != null) {
            return what + " in " + (count == 1 ? "group " : count + " groups, first ") + name(first) + remark.on(first);
        }
        for (Grouped file : sliced.files()) {
            for (Group group : file.groups()) {
                if (remark.on(group) != null) {
                    first = count++ == 0 ? group : first;
                }
            }
        }
        return first == null
                ? null
                : what + " in " + count + (count == 1 ? " group" : " groups") + " of single files, first " + name(first)
                        + remark.on(first);
    }

    private static String name(Group group) {
        return "'" + String.join("', '", group.keys()) + "'";
    }
}
