package lossctl.gallery;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Estimate;
import lossctl.eval.Group;
import lossctl.eval.Grouped;
import lossctl.eval.Result;
import lossctl.plot.Axis;
import lossctl.plot.Chart;
import lossctl.plot.Dash;
import lossctl.plot.Figure;
import lossctl.plot.Layer;
import lossctl.plot.Tone;

/** Losses by group, with their intervals: a chart a loss, a line a group, and where all samples together lie. */
public final class GroupFigure {
    /** More groups than this are no picture. */
    private static final int MOST = 30;

    private GroupFigure() {}

    /**
     * The figure.
     *
     * @param total the answers for all samples
     * @param name what the samples are called; may be empty
     */
    public static Figure of(Grouped grouped, Result total, String name) {
        List<Group> groups = largest(grouped.groups());
        List<String> names = new ArrayList<>();
        for (Group group : groups) {
            names.add(String.join(", ", group.keys()) + " (" + Say.count(group.n()) + ")");
        }
        List<String> remarks = new ArrayList<>();
        List<Chart> charts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < total.scores().size(); i++) {
            String loss = total.scores().get(i).label();
            double all = total.scores().get(i).value();
            charts.add(chart(groups, names, i, loss, all));
            words.append(' ')
                    .append(loss)
                    .append(": all ")
                    .append(Say.number(all))
                    .append(extremes(groups, names, i));
        }
        double level = level(groups);
        remarks.add(
                "n " + Say.count(total.n()) + ", " + Say.count(grouped.groups().size(), "group")
                        + (level > 0 ? ", intervals of " + Say.level(level) : ""));
        if (groups.size() < grouped.groups().size()) {
            remarks.add("the " + groups.size() + " groups of the most samples");
        }
        String by = String.join(", ", grouped.columns());
        return new Figure(
                "Loss by " + by + (name.isEmpty() ? "" : " of " + name),
                "Losses by " + by + ", " + remarks.get(0) + "." + words,
                remarks,
                charts);
    }

    private static double level(List<Group> groups) {
        for (Group group : groups) {
            for (int i = 0; group.estimates() != null && i < group.estimates().length; i++) {
                if (group.estimate(i) != null && group.estimate(i).wanted().hasLevel()) {
                    return group.estimate(i).wanted().level();
                }
            }
        }
        return 0;
    }

    private static Chart chart(List<Group> groups, List<String> names, int loss, String label, double all) {
        double[] at = new double[groups.size()];
        double[] values = new double[at.length];
        double[] low = new double[at.length];
        double[] high = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = i;
            values[i] =
                    groups.get(i).isUndefined(loss) ? Double.NaN : groups.get(i).values()[loss];
            Estimate estimate = groups.get(i).estimate(loss);
            low[i] = estimate == null ? Double.NaN : estimate.bounds().low();
            high[i] = estimate == null ? Double.NaN : estimate.bounds().high();
        }
        return new Chart(
                "",
                Axis.of(label),
                Axis.of("", names),
                List.of(
                        new Layer.Rule("all", Tone.MUTED, Dash.DASHED, true, all),
                        new Layer.Whiskers("", Tone.BLUE, false, at, low, high),
                        new Layer.Points("group", Tone.BLUE, Layer.Mark.DOT, values, at)));
    }

    private static String extremes(List<Group> groups, List<String> names, int loss) {
        int least = -1;
        int most = -1;
        for (int i = 0; i < groups.size(); i++) {
            double value = groups.get(i).values()[loss];
            if (!Double.isNaN(value)) {
                least = least < 0 || value < groups.get(least).values()[loss] ? i : least;
                most = most < 0 || value > groups.get(most).values()[loss] ? i : most;
            }
        }
        return least < 0
                ? "."
                : ", lowest " + names.get(least) + " "
                        + Say.number(groups.get(least).values()[loss]) + ", highest " + names.get(most) + " "
                        + Say.number(groups.get(most).values()[loss]) + ".";
    }

    /** The groups of the most samples, in their order. */
    private static List<Group> largest(List<Group> groups) {
        if (groups.size() <= MOST) {
            return groups;
        }
        long[] sizes = new long[groups.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = groups.get(i).n();
        }
        java.util.Arrays.sort(sizes);
        long least = sizes[sizes.length - MOST];
        int above = 0;
        for (long size : sizes) {
            above += size > least ? 1 : 0;
        }
        List<Group> left = new ArrayList<>();
        int ties = MOST - above;
        for (Group group : groups) {
            if (group.n() > least || group.n() == least && ties-- > 0) {
                left.add(group);
            }
        }
        return left;
    }
}
