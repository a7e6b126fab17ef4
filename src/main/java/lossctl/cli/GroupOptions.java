package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.eval.Bins;
import lossctl.eval.Evaluation;
import lossctl.eval.Group;
import lossctl.eval.GroupBy;
import lossctl.eval.Grouped;
import lossctl.eval.Range;
import lossctl.eval.Run;
import lossctl.num.DecimalReader;

/** By what samples are grouped, as the options say, and which groups are told. */
final class GroupOptions {
    static final Option BY = Option.value(
            "--by", null, "COL[,COL]", Option.Section.GROUP, "a row for each text of a column, or combination");
    static final Option BINS = Option.value(
            "--bins", null, "COL:N", Option.Section.GROUP, "the same for N bins of equal width of a numeric column");
    static final Option MIN_N =
            Option.value("--min-n", null, "N", Option.Section.GROUP, "leave out groups of fewer samples");

    /** All of them. */
    static final List<Option> ALL = List.of(BY, BINS, MIN_N);

    private static final int MOST_BINS = 1_000_000;

    private GroupOptions() {}

    /** Whether samples are grouped at all. */
    static boolean areGiven(Arguments arguments) {
        return arguments.has(BY) || arguments.has(BINS);
    }

    /** The columns that are to be carried along for it. */
    static List<String> columns(Arguments arguments) {
        List<String> columns = new ArrayList<>(arguments.list(BY));
        for (String bins : arguments.list(BINS)) {
            columns.add(column(bins));
        }
        return columns;
    }

    private static String column(String bins) {
        int colon = bins.lastIndexOf(':');
        if (colon <= 0) {
            throw new UsageError("--bins '" + bins + "': which column, and how many? --bins y_true:10");
        }
        return bins.substring(0, colon);
    }

    private static int count(String bins) {
        double count = DecimalReader.read(bins.substring(bins.lastIndexOf(':') + 1));
        if (!(count >= 1 && count <= MOST_BINS && count == Math.rint(count))) {
            throw new UsageError("--bins '" + bins + "': not a number of bins from 1 to " + MOST_BINS);
        }
        return (int) count;
    }

    /** By what samples are grouped; null where they are not. For bins all datasets are read once for their range. */
    static GroupBy by(Arguments arguments, List<Dataset> datasets) {
        if (!areGiven(arguments)) {
            if (arguments.has(MIN_N)) {
                throw new UsageError("--min-n goes with --by or --bins");
            }
            return null;
        }
        if (arguments.has(UncertaintyOptions.CI)) {
            throw new UsageError(
                    "--ci is told of files and of all samples, not yet of groups: leave out --by or --bins");
        }
        if (arguments.has(Options.TRUE)) {
            throw new UsageError("--by and --bins want a file with that column, not values");
        }
        List<String> columns = columns(arguments);
        List<double[]> edges = new ArrayList<>();
        for (int i = 0; i < arguments.list(BY).size(); i++) {
            edges.add(null);
        }
        List<String> bins = arguments.list(BINS);
        if (bins.isEmpty()) {
            return new GroupBy(columns, edges);
        }
        for (Dataset data : datasets) {
            if (!data.isRepeatable()) {
                throw new Refusal(Refusal.Code.USAGE, "bins need two readings: one for the range, one for the losses")
                        .in(data.name())
                        .hint("name a file instead of a pipe");
            }
        }
        Range[] ranges = Range.of(datasets, columns);
        for (int i = 0; i < bins.size(); i++) {
            Range range = ranges[edges.size()];
            edges.add(Bins.edges(range.low(), range.high(), count(bins.get(i))));
        }
        return new GroupBy(columns, edges);
    }

    /** The groups that are told; null where {@code by} is. What is left out, or has no value, is said. */
    static Grouped grouped(Arguments arguments, Console console, Evaluation evaluation, GroupBy by, Run run) {
        if (by == null) {
            return null;
        }
        Grouped all = run.groups();
        for (int i = 0; i < evaluation.losses().size(); i++) {
            String line = undefined(all, i, evaluation.losses().get(i).spec().name());
            if (line != null && evaluation.strict()) {
                throw new Refusal(Refusal.Code.STRICT, line + " (--strict)");
            }
            if (line != null && !arguments.has(Options.QUIET)) {
                console.complain("lossctl: warning: " + line);
            }
        }
        Grouped told = all.atLeast(arguments.integer(MIN_N, 1, Integer.MAX_VALUE, 0));
        int left = all.groups().size() - told.groups().size();
        if (left > 0 && !arguments.has(Options.QUIET)) {
            console.complain("lossctl: " + left + (left == 1 ? " group" : " groups") + " of fewer than "
                    + arguments.get(MIN_N) + " samples left out");
        }
        return told;
    }

    /** A line about the groups in which a loss has no value, or null. */
    private static String undefined(Grouped all, int loss, String name) {
        Group first = null;
        int count = 0;
        for (Group group : all.groups()) {
            if (group.isUndefined(loss)) {
                first = count++ == 0 ? group : first;
            }
        }
        if (first == null) {
            return null;
        }
        String keys = "'" + String.join("', '", first.keys()) + "'";
        return name + " has no value in " + (count == 1 ? "group " : count + " groups, first ") + keys + ": "
                + first.reasons()[loss];
    }
}
