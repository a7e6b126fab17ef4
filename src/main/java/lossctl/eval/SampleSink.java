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

    /** Whether rows are of use that have neither a loss of their own nor a gradient; else such losses are refused. */
    default boolean takesBareRows() {
        return false;
    }

    /** Some rows; the arrays are reused afterwards. */
    void accept(SampleRows rows);
}
