package lossctl.eval;

import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Refusal;
import lossctl.loss.GroupLoss;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;

/**
 * Computes what one loss says of every sample. Streams in one pass; a gradient of the mean or a share needs the total
 * first, so the source is then read twice, or kept in memory where it can be read only once.
 */
public final class PerSample {
    private final Evaluation evaluation;
    private final Selection selection;
    private final Detail detail;
    private final boolean skipMissing;

    /** Details of the first loss of an evaluation; its reduction decides what a gradient is the gradient of. */
    public PerSample(Evaluation evaluation, Detail detail, boolean skipMissing) {
        this.evaluation = evaluation;
        this.selection = evaluation.losses().get(0);
        this.detail = detail;
        this.skipMissing = skipMissing;
    }

    /**
     * Writes every sample to the sink.
     *
     * @return the answer for all samples together
     * @throws Refusal where data are refused, or the loss has nothing to say of a single sample
     */
    public Result evaluate(Dataset data, SampleSink sink) {
        boolean whole = selection.loss() instanceof SummaryLoss || selection.loss() instanceof GroupLoss;
        refuseWhatDoesNotExist(whole);
        try {
            return compute(data, sink, whole);
        } catch (Refusal refusal) {
            throw refusal.inUnlessNamed(data.name());
        }
    }

    private Result compute(Dataset data, SampleSink sink, boolean whole) {
        Evaluator evaluator = new Evaluator(evaluation, skipMissing);
        if (!whole && !detail.needsTotal(evaluation.reduction())) {
            try (BlockSource source = data.open()) {
                Run run = new Run(evaluation, source.layout(), skipMissing);
                emit(source, run, null, sink);
                return run.result(data.name(), source.warnings());
            }
        }
        Dataset twice = data.isRepeatable() ? data : new Kept(data);
        Run totals;
        Result result;
        try (BlockSource source = twice.open()) {
            totals = evaluator.run(source);
            result = totals.result(data.name(), source.warnings());
        }
        try (BlockSource source = twice.open()) {
            emit(source, new Run(evaluation, source.layout(), skipMissing), totals, sink);
        }
        return result;
    }

    private void refuseWhatDoesNotExist(boolean whole) {
        String name = selection.spec().name();
        if (selection.spec().isMetric() && (detail.gradient() || detail.hessian())) {
            throw new Refusal(Refusal.Code.USAGE, name + " is a metric: it has no gradient");
        }
        boolean onlyGradient = detail.gradient() && !detail.share();
        boolean single = selection.loss() instanceof GroupLoss && !detail.share();
        if (whole && !single && !onlyGradient || whole && detail.hessian()) {
            throw noSingleSamples();
        }
    }

    private Refusal noSingleSamples() {
        return new Refusal(
                        Refusal.Code.USAGE,
                        selection.spec().name() + " is no mean over samples: a single sample has no value and no share")
                .hint(
                        detail.share() || selection.spec().isMetric()
                                ? "mse and mae have per-sample values"
                                : "--gradient alone works; mse and mae have per-sample values");
    }

    /** Reads every block; {@code totals} is null where a row can be told without them. */
    private void emit(BlockSource source, Run run, Run totals, SampleSink sink) {
        SampleScratch scratch = new SampleScratch(source.layout(), detail);
        LossRun loss = run.loss(0);
        GroupGradient group = totals != null && selection.loss() instanceof GroupLoss
                ? new GroupGradient((GroupTally) totals.loss(0).tally(), detail.gradient())
                : null;
        boolean hasLoss = loss.kernel() != null || group != null && group.hasLoss();
        if (!hasLoss && !detail.gradient() && !sink.takesBareRows()) {
            throw noSingleSamples();
        }
        sink.start(source.layout(), hasLoss);
        Block block = new Block(source.layout());
        while (source.next(block)) {
            if (totals == null) {
                run.add(block);
            } else if (evaluation.float32()) {
                Float32.round(block);
            }
            LossRun.Form form = loss.form(block);
            scratch.ensure(block.rows());
            if (loss.kernel() != null) {
                fillFromKernel(block, loss, form, totals, scratch);
            } else if (group != null) {
                group.fill(block, scratch.loss(), scratch.gradients());
            } else {
                SummaryTally tally = (SummaryTally) totals.loss(0).tally();
                tally.gradients(block, form.truth(), form.weights(), scratch.gradient());
            }
            if (evaluation.float32()) {
                scratch.round(block.rows());
            }
            sink.accept(scratch.rows(block, hasLoss));
        }
    }

    /** Tells some samples that were kept, once {@code totals} holds all. */
    void tell(Block block, Run totals, SampleSink sink) {
        Layout layout = block.layout();
        LossRun loss = new Run(evaluation, layout, skipMissing).loss(0);
        SampleScratch scratch = new SampleScratch(layout, detail);
        scratch.ensure(block.rows());
        sink.start(layout, true);
        fillFromKernel(block, loss, loss.form(block), totals, scratch);
        if (evaluation.float32()) {
            scratch.round(block.rows());
        }
        sink.accept(scratch.rows(block, true));
    }

    private void fillFromKernel(Block block, LossRun loss, LossRun.Form form, Run totals, SampleScratch scratch) {
        Kernel kernel = loss.kernel();
        kernel.values(block, form.truth(), scratch.loss());
        MeanTally total = totals == null ? null : (MeanTally) totals.loss(0).tally();
        double denominator = evaluation.reduction() == Reduction.MEAN && total != null ? total.denominator() : 1;
        if (detail.gradient()) {
            kernel.gradients(block, form.truth(), scratch.gradients());
            scratch.scaleGradients(block.rows(), form.weights(), denominator);
        }
        if (detail.hessian()) {
            kernel.hessians(block, form.truth(), scratch.hessian());
            scratch.scaleHessian(block.rows(), form.weights(), denominator);
        }
        if (detail.share()) {
            double all = total.hasNegative() ? 0 : total.total();
            scratch.share(block.rows(), form.weights(), all);
        }
    }
}
