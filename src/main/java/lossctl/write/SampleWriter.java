package lossctl.write;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Layout;
import lossctl.eval.Detail;
import lossctl.eval.Result;
import lossctl.eval.SampleRows;
import lossctl.eval.SampleSink;

/**
 * Writes what was computed of every sample, a row each: the id, {@code y_true}, {@code y_pred}, {@code loss}, {@code
 * gradient}, {@code hessian}, {@code share}, then the columns that are carried along. What is wider than one value takes
 * columns {@code y_pred_0}, {@code y_pred_1} ..., or an array in JSON. In {@link OutputFormat#VALUE} there
 * is no heading, and neither truth nor prediction: the losses, and what else was asked for.
 */
public final class SampleWriter implements SampleSink {
    private final String loss;
    private final boolean hasId;
    private final boolean labels;
    private final Detail detail;
    private final Style style;
    private final CheckedOut out;
    private SampleFormat format;
    private boolean ranked;

    /**
     * A writer for one evaluation.
     *
     * @param loss the loss's name
     * @param hasId whether the first text column is the id, which then comes first
     * @param labels whether the truth is a class, whose index is written without a fraction
     * @param detail which columns there are beside the loss
     */
    public SampleWriter(String loss, boolean hasId, boolean labels, Detail detail, Style style, CheckedOut out) {
        this.loss = loss;
        this.hasId = hasId;
        this.labels = labels;
        this.detail = detail;
        this.style = style;
        this.out = out;
    }

    /** For samples that are told since they are the first in some order: by value they are the numbers of that order. */
    public SampleWriter ranked() {
        ranked = true;
        return this;
    }

    @Override
    public void start(Layout layout, int losses) {
        List<SampleField> fields = SampleField.of(layout, hasId, labels, detail, losses);
        format = switch (style.format()) {
            case VALUE -> new DelimitedSamples(bare(fields), false, style, out);
            case CSV, TSV -> new DelimitedSamples(fields, true, style, out);
            case TABLE, MD, HTML -> new TableSamples(fields, style, out);
            case JSON, JSONL -> new JsonSamples(loss, fields, style, out);
        };
    }

    /** What was asked for of each sample, without what was read of it. */
    private List<SampleField> bare(List<SampleField> fields) {
        SampleField.Source rank = detail.influence() ? SampleField.Source.INFLUENCE : SampleField.Source.LOSS;
        List<SampleField> bare = new ArrayList<>();
        for (SampleField field : fields) {
            boolean read =
                    field.source() == SampleField.Source.TRUTH || field.source() == SampleField.Source.PREDICTION;
            if (ranked ? field.source() == rank : !read) {
                bare.add(field);
            }
        }
        return bare;
    }

    @Override
    public void accept(SampleRows rows) {
        format.rows(rows);
    }

    @Override
    public Draft draft() {
        Draft draft = format.draft();
        return draft == null ? SampleSink.super.draft() : draft;
    }

    /** Writes what comes behind the rows; the output is left open. */
    public void finish(Result result) {
        format.end(result);
    }
}
