package lossctl.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Refusal;
import lossctl.loss.Sums;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** What an evaluation keeps of each group of samples: one thread's, merged with the others' at the end. */
final class Groups {
    private final GroupBy by;
    private final int[] places;
    private final List<String> names = new ArrayList<>();
    private final List<LossRun> losses;
    private final List<GroupedTally> tallies = new ArrayList<>();
    /** Null for a loss without intervals. */
    private final List<GroupedSpread> spreads = new ArrayList<>();

    private final GroupIndex index = new GroupIndex();
    private final Partition partition = new Partition();
    private long[] counts = {};
    private int[] groupOf = {};

    Groups(GroupBy by, Layout layout, List<LossRun> losses) {
        this.by = by;
        this.losses = losses;
        places = by.places(layout);
        for (int place : places) {
            names.add(layout.texts().get(place));
        }
        for (LossRun loss : losses) {
            tallies.add(GroupedTally.of(loss.tally()));
            spreads.add(GroupedSpread.of(loss));
        }
    }

    /** Finds the groups of a block's samples; {@link #add} then adds them loss by loss. */
    void begin(Block block) {
        int rows = block.rows();
        if (groupOf.length < rows) {
            groupOf = new int[rows];
        }
        if (places.length == 1 && by.edges().get(0) == null) {
            String[] texts = block.texts(places[0]);
            String last = null;
            int group = 0;
            for (int r = 0; r < rows; r++) {
                if (texts[r] != last) {
                    last = texts[r];
                    group = index.of(last);
                }
                groupOf[r] = group;
            }
        } else {
            for (int r = 0; r < rows; r++) {
                groupOf[r] = index.of(key(block, r));
            }
        }
        partition.sort(groupOf, rows, index.size());
        if (counts.length < index.size()) {
            counts = Arrays.copyOf(counts, 2 * index.size());
        }
        for (int i = 0; i < partition.count(); i++) {
            counts[partition.group(i)] += partition.to(i) - partition.from(i);
        }
    }

    /** Adds the samples of the block to the groups of one loss, to whose run they were added just now. */
    void add(Block block, int loss, LossRun.Form form) {
        tallies.get(loss).add(block, form, losses.get(loss).tally(), partition);
        if (spreads.get(loss) != null) {
            spreads.get(loss).add(block, form, partition);
        }
    }

    private Object key(Block block, int row) {
        Object[] parts = new Object[places.length];
        for (int i = 0; i < parts.length; i++) {
            String text = block.texts(places[i])[row];
            double[] edges = by.edges().get(i);
            parts[i] = edges == null ? text : bin(text, edges, block, row, names.get(i));
        }
        return parts.length == 1 ? parts[0] : List.of(parts);
    }

    private static Integer bin(String text, double[] edges, Block block, int row, String column) {
        double x = Bins.number(text, column, block, row);
        if (!(x >= edges[0] && x <= edges[edges.length - 1])) {
            throw new Refusal(
                    Refusal.Code.UNDEFINED,
                    block.places().describe(row) + ": column '" + column + "': " + text
                            + " is in no bin: did the file change while it was read?");
        }
        return Bins.of(x, edges);
    }

    /** Adds the groups of another state of the same request. */
    void merge(Groups other, boolean sameSource) {
        for (int i = 0; i < other.index.size(); i++) {
            int group = index.of(other.index.key(i));
            makeRoom(group);
            counts[group] += other.counts[i];
            for (int k = 0; k < tallies.size(); k++) {
                tallies.get(k).merge(group, other.tallies.get(k), i, sameSource);
                if (spreads.get(k) != null) {
                    spreads.get(k).merge(group, other.spreads.get(k), i);
                }
            }
        }
    }

    /** The columns' names. */
    List<String> names() {
        return names;
    }

    /** The groups with their losses, sorted by their keys: as numbers in a column that holds nothing else. */
    List<Group> list(Evaluation evaluation) {
        int size = index.size();
        List<Group> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(group(i, evaluation));
        }
        GroupOrder.sort(list, by);
        return list;
    }

    private Group group(int i, Evaluation evaluation) {
        double[] values = new double[tallies.size()];
        String[] reasons = null;
        Estimate[] estimates = null;
        for (int k = 0; k < values.length; k++) {
            try {
                Tally tally = tallies.get(k).tally(i);
                double value = tally.value(evaluation.reduction());
                values[k] = evaluation.float32() ? (float) value : value;
                if (spreads.get(k) != null) {
                    estimates = estimates == null ? new Estimate[values.length] : estimates;
                    Sums sums = tally instanceof SummaryTally summary ? summary.sums() : null;
                    estimates[k] = spreads.get(k).estimate(i, value, sums);
                }
            } catch (Refusal refusal) {
                values[k] = Double.NaN;
                reasons = reasons == null ? new String[values.length] : reasons;
                reasons[k] = refusal.getMessage();
            }
        }
        return new Group(texts(index.key(i)), counts[i], values, reasons, estimates);
    }

    private String[] texts(Object key) {
        if (places.length == 1) {
            return new String[] {text(key)};
        }
        String[] texts = new String[places.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(((List<?>) key).get(i));
        }
        return texts;
    }

    /** A bin's number, or the text itself. */
    private static String text(Object part) {
        return part.toString();
    }

    void save(StateWriter out) {
        out.integer(index.size());
        for (int i = 0; i < index.size(); i++) {
            for (String text : texts(index.key(i))) {
                out.text(text);
            }
            out.integer(counts[i]);
            for (int k = 0; k < tallies.size(); k++) {
                tallies.get(k).save(i, out);
                if (spreads.get(k) != null) {
                    spreads.get(k).save(i, out);
                }
            }
        }
    }

    void load(StateReader in) {
        int size = in.count(1);
        for (int i = 0; i < size; i++) {
            int group = index.of(savedKey(in));
            makeRoom(group);
            counts[group] += in.integer();
            for (int k = 0; k < tallies.size(); k++) {
                tallies.get(k).load(group, in);
                if (spreads.get(k) != null) {
                    spreads.get(k).load(group, in);
                }
            }
        }
    }

    private Object savedKey(StateReader in) {
        Object[] parts = new Object[places.length];
        for (int i = 0; i < parts.length; i++) {
            String text = in.text();
            parts[i] = by.edges().get(i) == null ? text : (Object) Integer.valueOf(text);
        }
        return parts.length == 1 ? parts[0] : List.of(parts);
    }

    private void makeRoom(int group) {
        if (counts.length <= group) {
            counts = Arrays.copyOf(counts, 2 * group + 2);
        }
    }
}
