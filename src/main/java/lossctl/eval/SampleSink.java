package lossctl.eval;

import lossctl.data.Layout;

/** Takes the samples of a per-sample evaluation, in the order of their source. */
public interface SampleSink {

    /**
     * Told once, before any rows.
     *
     * @param layout what the rows hold
     * @param losses how many losses a sample has of its own: none, one, or one an output
     */
    void start(Layout layout, int losses);

    /** Whether rows are of use that have neither a loss of their own nor a gradient; else such losses are refused. */
    default boolean takesBareRows() {
        return false;
    }

    /** Some rows; the arrays are reused afterwards. */
    void accept(SampleRows rows);

    /** What one thread prepares its rows with; unless a sink can do better, {@link #accept} does it all in turn. */
    default Draft draft() {
        return new Draft() {
            private SampleRows prepared;

            @Override
            public void write(SampleRows rows) {
                prepared = rows;
            }

            @Override
            public void commit() {
                accept(prepared);
            }
        };
    }

    /** Some rows on their way: written by any thread, then committed when it is their turn. */
    interface Draft {

        /** Prepares some rows; their arrays stay as they are until they are committed. */
        void write(SampleRows rows);

        /** Tells the rows that were prepared last; one thread at a time, in the order of the source. */
        void commit();
    }
}
