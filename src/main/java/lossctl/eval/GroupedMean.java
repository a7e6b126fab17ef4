package lossctl.eval;

import java.util.Arrays;
import lossctl.data.Block;
import lossctl.num.ExactSum;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** The exact sums of the losses of each group's samples, and of their weights. */
final class GroupedMean implements GroupedTally {
    private final MeanTally total;
    private ExactSum[] losses = {};
    private ExactSum[] weights = {};
    private long[] counts = {};
    private double[] sorted = {};

    GroupedMean(MeanTally total) {
        this.total = total;
    }

    @Override
    public void add(Block block, LossRun.Form form, Tally same, Partition rows) {
        MeanTally all = (MeanTally) same;
        int[] order = rows.order();
        if (form.weights() == null) {
            gather(all.values(), order, block.rows());
        }
        for (int i = 0; i < rows.count(); i++) {
            int group = rows.group(i);
            ExactSum sum = losses(group);
            if (form.weights() == null) {
                add(sum, all, block, form.truth(), order, rows.from(i), rows.to(i));
                counts[group] += rows.to(i) - rows.from(i);
            } else {
                weigh(group, all, block, form, order, rows.from(i), rows.to(i));
            }
        }
    }

    private void gather(double[] values, int[] order, int rows) {
        if (sorted.length < rows) {
            sorted = new double[rows];
        }
        for (int i = 0; i < rows; i++) {
            sorted[i] = values[order[i]];
        }
    }

    /** What is past the range of doubles is added once more, as the whole sum takes it. */
    private void add(ExactSum sum, MeanTally all, Block block, double[] truth, int[] order, int from, int to) {
        int before = sum.oddities();
        sum.add(sorted, from, to);
        if (sum.oddities() != before) {
            sum.oddities(before);
            for (int i = from; i < to; i++) {
                if (!Double.isFinite(sorted[i])) {
                    all.addTo(sum, block, truth, order[i], 1);
                }
            }
        }
    }

    private void weigh(int group, MeanTally all, Block block, LossRun.Form form, int[] order, int from, int to) {
        double[] weight = form.weights();
        ExactSum sum = losses(group);
        ExactSum divisor = weights(group);
        for (int i = from; i < to; i++) {
            int row = order[i];
            if (weight[row] > 0) {
                all.addTo(sum, block, form.truth(), row, weight[row]);
                divisor.add(weight[row]);
            }
            counts[group] += weight[row] >= 0 ? 1 : 0;
        }
    }

    private ExactSum losses(int group) {
        if (group >= losses.length || losses[group] == null) {
            losses = Partition.grown(losses, group + 1);
            counts = counts.length > group ? counts : Arrays.copyOf(counts, losses.length);
            losses[group] = sum(group);
        }
        return losses[group];
    }

    private ExactSum weights(int group) {
        if (group >= weights.length || weights[group] == null) {
            weights = Partition.grown(weights, group + 1);
            weights[group] = sum(group);
        }
        return weights[group];
    }

    private static ExactSum sum(int group) {
        return group < FAST ? new ExactSum() : ExactSum.compact();
    }

    @Override
    public void merge(int group, GroupedTally tally, int otherGroup, boolean sameSource) {
        GroupedMean other = (GroupedMean) tally;
        losses(group).merge(other.losses[otherGroup]);
        counts[group] += other.counts[otherGroup];
        if (otherGroup < other.weights.length && other.weights[otherGroup] != null) {
            weights(group).merge(other.weights[otherGroup]);
        }
    }

    @Override
    public void save(int group, StateWriter out) {
        boolean weighed = group < weights.length && weights[group] != null;
        out.integer(counts[group]);
        out.sum(losses[group]);
        out.flag(weighed);
        if (weighed) {
            out.sum(weights[group]);
        }
    }

    @Override
    public void load(int group, StateReader in) {
        long count = in.integer();
        in.addSumTo(losses(group));
        counts[group] += count;
        if (in.flag()) {
            in.addSumTo(weights(group));
        }
    }

    @Override
    public Tally tally(int group) {
        boolean weighed = group < weights.length && weights[group] != null;
        return total.with(losses[group], weighed ? weights[group] : new ExactSum(), counts[group]);
    }
}
