package lossctl.eval;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Omissions;
import lossctl.data.Refusal;
import lossctl.loss.GroupLoss;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;

/**
 * Computes what one loss says of every sample. Streams in one pass; a gradient of the mean or a share needs the total
 * first, so the source is then read twice, or kept in memory where it can be read only once. Threads share the blocks,
 * whose samples are told in the order of the source.
 */
public final class PerSample {
    private final Evaluation evaluation;
    private final Selection selection;
    private final Detail detail;
    private final Omissions omissions;

    /** Details of the first loss of an evaluation; its reduction decides what a gradient is the gradient of. */
    public PerSample(Evaluation evaluation, Detail detail, Omissions omissions) {
        this.evaluation = evaluation;
        this.selection = evaluation.losses().get(0);
        this.detail = detail;
        this.omissions = omissions;
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
        Evaluator evaluator = new Evaluator(evaluation, omissions);
        if (!whole && !detail.needsTotal(evaluation.reduction())) {
            try (BlockSource source = data.open()) {
                return tell(source, null, sink).result(data.name(), source.warnings());
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
            tell(source, SampleMaker.Totals.of(totals, evaluation, detail), sink);
        }
        return result;
    }

    private void refuseWhatDoesNotExist(boolean whole) {
        detail.refuseMixed(selection);
        String name = selection.spec().name();
        if (selection.spec().isMetric() && (detail.gradient() || detail.hessian())) {
            throw new Refusal(Refusal.Code.USAGE, name + " is a metric: it has no gradient");
        }
        boolean onlyDerivatives = (detail.gradient() || detail.hessian()) && !detail.share();
        boolean single = selection.loss() instanceof GroupLoss && !detail.share();
        if (whole && !single && !onlyDerivatives
                || detail.hessian() && !selection.loss().hasHessian()) {
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

    /** Tells every block; {@code totals} is null where a row can be told without them. Returns what was seen. */
    private Run tell(BlockSource source, SampleMaker.Totals totals, SampleSink sink) {
        SampleMaker maker = maker(source.layout(), totals);
        if (maker.losses() == 0 && !detail.gradient() && !detail.hessian() && !sink.takesBareRows()) {
            throw noSingleSamples();
        }
        sink.start(source.layout(), maker.losses());
        Turns turns = new Turns();
        Teller first = new Teller(source, maker, sink.draft(), turns);
        List<Teller> others = new ArrayList<>();
        if (first.tell(Evaluator.BLOCKS_ALONE)) {
            for (int i = 1; i < evaluation.threads() && maker.isFree(); i++) {
                others.add(new Teller(source, maker(source.layout(), totals), sink.draft(), turns));
                others.get(i - 1).start();
            }
            first.run();
        }
        for (Teller other : others) {
            other.seen(); // All have ended before anything is thrown or merged.
        }
        turns.rethrow();
        Run all = first.seen();
        for (Teller other : others) {
            all.merge(other.seen());
        }
        return all;
    }

    private SampleMaker maker(Layout layout, SampleMaker.Totals totals) {
        return new SampleMaker(evaluation, detail, layout, new Run(evaluation, layout, omissions), totals);
    }

    /** Tells some samples that were kept, once {@code totals} holds all. */
    void tell(Block block, Run totals, SampleSink sink) {
        Layout layout = block.layout();
        SampleMaker maker = maker(layout, SampleMaker.Totals.of(totals, evaluation, detail));
        sink.start(layout, maker.losses());
        sink.accept(maker.of(block));
    }
}
