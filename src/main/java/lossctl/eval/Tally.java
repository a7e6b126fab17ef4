package lossctl.eval;

import lossctl.data.Block;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/**
 * What is kept of the samples seen so far for one loss. Exact, so that the order of adding and merging does not matter.
 */
sealed interface Tally permits MeanTally, SummaryTally, GroupTally {

    /**
     * Adds the samples of a block.
     *
     * @param truth as {@link Truths} made it
     * @param weights a weight a sample, {@link Weights#IGNORED} for one that does not count; null where each is 1
     */
    void add(Block block, double[] truth, double[] weights);

    /** Adds all that another tally of the same loss has seen. */
    void merge(Tally other);

    /** How many samples counted. */
    long n();

    /**
     * The reduced loss.
     *
     * @throws lossctl.data.Refusal where these samples leave it without a value
     */
    double value(Reduction reduction);

    /** Takes down all that it has seen, so that {@link #load} on an empty tally of the same loss makes it this one. */
    void save(StateWriter out);

    /** Adds what another tally of the same loss has taken down. */
    void load(StateReader in);

    /** A remark on the result, or null. */
    default String warning() {
        return null;
    }
}
