package lossctl.eval;

import lossctl.data.Block;
import lossctl.loss.Sums;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** The exact sums of a summary loss, for each group. */
final class GroupedSums implements GroupedTally {
    private final SummaryTally total;
    private Sums[] sums = {};

    GroupedSums(SummaryTally total) {
        this.total = total;
    }

    @Override
    public void add(Block block, LossRun.Form form, Tally same, Partition rows) {
        for (int i = 0; i < rows.count(); i++) {
            Sums group = sums(rows.group(i));
            for (int k = rows.from(i); k < rows.to(i); k++) {
                total.add(block, form.truth(), form.weights(), rows.order()[k], group);
            }
        }
    }

    private Sums sums(int group) {
        if (group >= sums.length || sums[group] == null) {
            sums = Partition.grown(sums, group + 1);
            sums[group] = total.emptySums(group >= FAST);
        }
        return sums[group];
    }

    @Override
    public void merge(int group, GroupedTally other, int otherGroup, boolean sameSource) {
        sums(group).merge(((GroupedSums) other).sums[otherGroup]);
    }

    @Override
    public void save(int group, StateWriter out) {
        sums[group].save(out);
    }

    @Override
    public void load(int group, StateReader in) {
        sums(group).load(in);
    }

    @Override
    public Tally tally(int group) {
        return total.with(sums[group]);
    }
}
