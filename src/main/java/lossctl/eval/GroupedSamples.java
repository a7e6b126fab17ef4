package lossctl.eval;

import lossctl.data.Block;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** All samples of each group, for a loss that needs them together: as large as the data. */
final class GroupedSamples implements GroupedTally {
    private final GroupTally total;
    private GroupTally[] tallies = {};

    GroupedSamples(GroupTally total) {
        this.total = total;
    }

    @Override
    public void add(Block block, LossRun.Form form, Tally same, Partition rows) {
        for (int i = 0; i < rows.count(); i++) {
            samples(rows.group(i)).add(block, form.truth(), form.weights(), rows.order(), rows.from(i), rows.to(i));
        }
    }

    private GroupTally samples(int group) {
        if (group >= tallies.length || tallies[group] == null) {
            tallies = Partition.grown(tallies, group + 1);
            tallies[group] = total.empty();
        }
        return tallies[group];
    }

    @Override
    public void merge(int group, GroupedTally tally, int otherGroup, boolean sameSource) {
        GroupTally other = ((GroupedSamples) tally).tallies[otherGroup];
        if (sameSource) {
            samples(group).merge(other);
        } else {
            samples(group).append(other);
        }
    }

    @Override
    public void save(int group, StateWriter out) {
        tallies[group].save(out);
    }

    @Override
    public void load(int group, StateReader in) {
        samples(group).load(in);
    }

    @Override
    public Tally tally(int group) {
        return tallies[group];
    }
}
