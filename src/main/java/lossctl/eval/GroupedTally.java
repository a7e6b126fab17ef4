package lossctl.eval;

import lossctl.data.Block;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** What is kept of the samples of each group for one loss. */
sealed interface GroupedTally permits GroupedMean, GroupedSums, GroupedSamples {

    /** Groups with numbers below this, the first that were seen, have sums that are fast; all others' are small. */
    int FAST = 16;

    /**
     * Adds the samples of a block.
     *
     * @param form truths and weights as the loss reads them
     * @param total the tally of all samples, to which the block was added just now
     */
    void add(Block block, LossRun.Form form, Tally total, Partition rows);

    /**
     * Adds the samples of one of another's groups.
     *
     * @param sameSource whether they are of the same source, whose order they keep, not of a further one
     */
    void merge(int group, GroupedTally other, int otherGroup, boolean sameSource);

    /** Takes down all that it has seen of one group. */
    void save(int group, StateWriter out);

    /** Adds what another has taken down of a group. */
    void load(int group, StateReader in);

    /** The tally of one group, to be asked for its value; not to be added to. */
    Tally tally(int group);

    /** The grouped form of a loss's tally. */
    static GroupedTally of(Tally total) {
        if (total instanceof MeanTally mean) {
            return new GroupedMean(mean);
        }
        if (total instanceof SummaryTally summary) {
            return new GroupedSums(summary);
        }
        return new GroupedSamples((GroupTally) total);
    }
}
