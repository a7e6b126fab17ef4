package lossctl.write;

import lossctl.data.Layout;
import lossctl.eval.Detail;
import lossctl.eval.Result;
import lossctl.eval.SampleRows;
import lossctl.eval.SampleSink;

/** Writes what was computed of every sample, a row each. */
public final class SampleWriter implements SampleSink {
    /**
     * A writer for one evaluation.
     *
     * @param loss the loss's name
     * @param hasId whether the first text column is the id, which then comes first
     * @param labels whether the truth is a class, whose index is written without a fraction
     * @param detail which columns there are beside the loss
     */
    public SampleWriter(String loss, boolean hasId, boolean labels, Detail detail, Style style, CheckedOut out) {}

    @Override
    public void start(Layout layout, boolean hasLoss) {}

    @Override
    public void accept(SampleRows rows) {}

    /** Writes what comes behind the rows; the output is left open. */
    public void finish(Result result) {}
}
