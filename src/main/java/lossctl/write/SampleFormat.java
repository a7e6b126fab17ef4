package lossctl.write;

import lossctl.eval.Result;
import lossctl.eval.SampleRows;
import lossctl.eval.SampleSink;

/** Per-sample output in one format, from the first row on. */
interface SampleFormat {

    /** Writes some rows. */
    void rows(SampleRows rows);

    /** What one thread prepares its rows with; null where rows depend on those before them. */
    default SampleSink.Draft draft() {
        return null;
    }

    /** Writes what comes behind the last. */
    void end(Result result);
}
