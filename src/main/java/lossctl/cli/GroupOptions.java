package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Dataset;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.eval.Bins;
import lossctl.eval.Evaluation;
import lossctl.eval.GroupBy;
import lossctl.eval.Range;
import lossctl.eval.Sliced;
import lossctl.eval.Sortable;
import lossctl.num.DecimalReader;

/** By what samples are grouped, as the options say, and which groups are told. */
final class GroupOptions {
    static final Option BY = Option.value(
            "--by",
            null,
            "COL[,COL]",
            Option.Section.GROUP,
            "a row for each text of a column, or combination (1,000,000 fit into 512 MiB)");
    static final Option BINS = Option.value(
            "--bins", null, "COL:N", Option.Section.GROUP, "the same for N bins of equal width of a numeric column");
    static final Option MIN_N =
            Option.value("--min-n", null, "N", Option.Section.GROUP, "leave out groups of fewer samples");

    /** All of them. */
    static final List<Option> ALL = List.of(BY, BINS, MIN_N);

    private static final int MOST_BINS = 1_000_000;

    private GroupOptions() {}

    /** How many samples a group has at least that is told. */
    static int least(Arguments arguments) {
        return arguments.integer(MIN_N, 1, Integer.MAX_VALUE, 0);
    }

    /** Whether samples are grouped at all. */
    static boolean areGiven(Arguments arguments) {
        return arguments.has(BY) || arguments.has(BINS);
    }

    /** The columns that are to be carried along for it; none of the {@code --bins 10} that others mean by the word. */
    static List<String> columns(Arguments arguments) {
        List<String> columns = new ArrayList<>(arguments.list(BY));
        for (String bins : arguments.list(BINS)) {
            if (bins.indexOf(':') > 0) {
                columns.add(column(bins));
            }
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

    /**
     * By what samples are grouped; null where they are not. For bins all datasets are read once for their range; in the list
     * each gives way to its rows that can be sorted into them.
     */
    static GroupBy by(Arguments arguments, List<Dataset> datasets, Policy policy) {
        if (!areGiven(arguments)) {
            if (arguments.has(MIN_N)) {
                throw new UsageError("--min-n goes with --by or --bins");
            }
            return null;
        }
        if (arguments.has(Options.TRUE)) {
            throw new UsageError("--by and --bins want a file with that column, not values");
        }
        List<String> bins = arguments.list(BINS);
        for (String each : bins) {
            column(each);
        }
        List<String> columns = columns(arguments);
        List<double[]> edges = new ArrayList<>();
        for (int i = 0; i < arguments.list(BY).size(); i++) {
            edges.add(null);
        }
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
        List<String> sorted = columns.subList(edges.size(), columns.size());
        datasets.replaceAll(data -> Sortable.of(data, sorted, policy));
        Range[] ranges = Range.of(datasets, columns);
        for (int i = 0; i < bins.size(); i++) {
            Range range = ranges[edges.size()];
            edges.add(Bins.edges(range.low(), range.high(), count(bins.get(i))));
        }
        return new GroupBy(columns, edges);
    }

    /** The groups that are told; null where {@code all} is. What is left out, or has no value, is said. */
    static Sliced told(Arguments arguments, Console console, Evaluation evaluation, Sliced all) {
        if (all == null) {
            return null;
        }
        for (int i = 0; i < evaluation.losses().size(); i++) {
            tell(arguments, console, evaluation, GroupRemarks.undefined(all, i, evaluation));
        }
        Sliced told = all.atLeast(least(arguments));
        int left = all.size() - told.size();
        if (left > 0 && !arguments.has(Options.QUIET)) {
            console.complain("lossctl: " + left + (left == 1 ? " group" : " groups") + " of fewer than "
                    + arguments.get(MIN_N) + " samples left out");
        }
        for (int i = 0; i < evaluation.losses().size(); i++) {
            tell(arguments, console, evaluation, GroupRemarks.uncertain(told, i, evaluation));
        }
        return told;
    }

    private static void tell(Arguments arguments, Console console, Evaluation evaluation, String line) {
        if (line != null && evaluation.strict()) {
            throw new Refusal(Refusal.Code.STRICT, line + " (--strict)");
        }
        if (line != null && !arguments.has(Options.QUIET)) {
            console.complain("lossctl: warning: " + line);
        }
    }
}
