package lossctl.eval;

import lossctl.data.Layout;

/** Takes the samples of a per-sample evaluation, in the order of their source. */
public interface SampleSink {

    /**
     * Told once, before any rows.
     *
     * @param layout what the rows hold
     * @param hasLoss whether samples have a loss of their own
     */
    void start(Layout layout, boolean hasLoss);

    /** Some rows; the arrays are reused afterwards. */
    void accept(SampleRows rows);
}
