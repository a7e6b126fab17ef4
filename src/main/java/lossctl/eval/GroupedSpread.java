package lossctl.eval;

import lossctl.data.Block;
import lossctl.loss.Sums;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** How the samples of each group spread, for one loss whose intervals are wanted. */
final class GroupedSpread {
    private final Spread all;
    private Spread[] spreads = {};

    private GroupedSpread(Spread all) {
        this.all = all;
    }

    /** The groups' spreads for a loss; null where no intervals are wanted: errors alone are not worth the memory. */
    static GroupedSpread of(LossRun loss) {
        return loss.spread() == null || !loss.spread().hasLevel() ? null : new GroupedSpread(loss.spread());
    }

    /** Adds the samples of a block, all of which were added to the loss's own spread just now. */
    void add(Block block, LossRun.Form form, Partition rows) {
        for (int i = 0; i < rows.count(); i++) {
            spread(rows.group(i)).add(block, form, rows.order(), rows.from(i), rows.to(i));
        }
    }

    private Spread spread(int group) {
        if (group >= spreads.length || spreads[group] == null) {
            spreads = Partition.grown(spreads, group + 1);
            spreads[group] = all.ofSome(group >= GroupedTally.FAST);
        }
        return spreads[group];
    }

    /** Adds the samples of one of another's groups. */
    void merge(int group, GroupedSpread other, int otherGroup) {
        spread(group).merge(other.spreads[otherGroup]);
    }

    /** How far the value of one group may be off; {@code sums} are those of a summary, else null. */
    Estimate estimate(int group, double value, Sums sums) {
        return spreads[group].estimate(value, sums);
    }

    void save(int group, StateWriter out) {
        spreads[group].save(out);
    }

    void load(int group, StateReader in) {
        spread(group).load(in);
    }
}
