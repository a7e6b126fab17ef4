package lossctl.eval;

import lossctl.data.Block;

/**
 * Looks at every sample beside a loss, for a picture of them. One thread's; merged like tallies, and like them it must not
 * depend on the order of adding and merging, nor grow with the number of samples.
 */
public interface Survey {

    /** An empty one of the same kind: for another thread, or another source. */
    Survey fresh();

    /**
     * Adds the samples of a block.
     *
     * @param truth the truths as the first loss reads them, {@code truthWidth} a row
     * @param truthWidth how many a sample has
     * @param weights a weight a sample, NaN for one that does not count; null where each is 1
     */
    void add(Block block, double[] truth, int truthWidth, double[] weights);

    /** Adds all that another one of the same kind has seen. */
    void merge(Survey other);
}
