package lossctl.write;

import lossctl.eval.Result;
import lossctl.eval.SampleRows;

/** Per-sample output in one format, from the first row on. */
interface SampleFormat {

    /** Writes some rows. */
    void rows(SampleRows rows);

    /** Writes what comes behind the last. */
    void end(Result result);
}
