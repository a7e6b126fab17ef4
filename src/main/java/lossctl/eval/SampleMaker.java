package lossctl.eval;

import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Refusal;
import lossctl.loss.GroupLoss;

/** Computes what a loss says of every sample of a block; each thread has its own. */
final class SampleMaker {
    private final Evaluation evaluation;
    private final Detail detail;
    private final Run run;
    private final Totals totals;
    private final LossRun loss;
    private final SampleScratch scratch;

    /**
     * What is known of all samples before the first is told.
     *
     * @param run what was seen of them
     * @param denominator of a mean; 1 for a sum
     * @param sum of their losses, for shares; 0 where these have no meaning
     * @param group what a loss of all samples at once says of each; null for others
     */
    record Totals(Run run, double denominator, double sum, GroupGradient group) {
        static Totals of(Run run, Evaluation evaluation, Detail detail) {
            Tally tally = run.loss(0).tally();
            if (!(tally instanceof MeanTally mean)) {
                GroupGradient group = run.loss(0).selection().loss() instanceof GroupLoss
                        ? new GroupGradient((GroupTally) tally, detail)
                        : null;
                return new Totals(run, 1, 0, group);
            }
            double denominator = evaluation.reduction() == Reduction.MEAN ? mean.denominator() : 1;
            return new Totals(run, denominator, mean.hasNegative() ? 0 : mean.total(), null);
        }
    }

    /** {@code totals} are null where samples can be told without them: then {@code run} sees all that are told. */
    SampleMaker(Evaluation evaluation, Detail detail, Layout layout, Run run, Totals totals) {
        this.evaluation = evaluation;
        this.detail = detail;
        this.run = run;
        this.totals = totals;
        loss = run.loss(0);
        scratch = new SampleScratch(
                layout,
                detail,
                loss.selection().manner(),
                isFree() ? loss.kernel().outputs() : 1);
    }

    /** What was seen of the samples. */
    Run run() {
        return run;
    }

    /** How many losses a sample has of its own. */
    int losses() {
        if (!isFree()) {
            return totals.group() != null && totals.group().hasLoss() ? 1 : 0;
        }
        return tellsOutputs() ? loss.kernel().outputs() : 1;
    }

    /** Whether nothing is reduced, not even the outputs of a sample: as a framework has it that sees them as samples. */
    private boolean tellsOutputs() {
        return detail.weighed() && loss.kernel().outputs() > 1;
    }

    /** Whether each sample is told by itself, so that threads can share them. */
    boolean isFree() {
        return loss.kernel() != null;
    }

    /** The samples of a block, until the next is asked for. */
    SampleRows of(Block block) {
        LossRun.Form form = read(block);
        scratch.ensure(block.rows());
        if (isFree()) {
            fillFromKernel(block, form);
        } else if (totals.group() != null) {
            totals.group().fill(block, scratch.loss(), scratch.gradients(), scratch.hessian());
        } else {
            SummaryTally tally = (SummaryTally) totals.run().loss(0).tally();
            tally.gradients(block, form.truth(), form.weights(), scratch.gradient());
        }
        if (detail.weighed()) {
            scratch.weigh(block.rows(), losses(), form.weights());
        }
        if (evaluation.float32()) {
            scratch.round(block.rows(), losses());
        }
        return scratch.rows(block, losses() > 0);
    }

    /** A block's samples as the loss reads them, seen by {@link #run} where that sees all that are told. */
    private LossRun.Form read(Block block) {
        if (totals == null) {
            return run.add(block)[0];
        }
        if (evaluation.float32()) {
            Float32.round(block);
        }
        return loss.form(block);
    }

    private void fillFromKernel(Block block, LossRun.Form form) {
        Kernel kernel = loss.kernel();
        kernel.values(block, form.truth(), scratch.loss());
        double denominator = totals == null ? 1 : totals.denominator();
        if (detail.gradient()) {
            kernel.gradients(block, form.truth(), scratch.gradients());
            scratch.scaleGradients(block.rows(), form.weights(), denominator);
            kernel.mendGradients(block, form.truth(), form.weights(), denominator, scratch.gradients());
        }
        if (detail.hessian()) {
            kernel.hessians(block, form.truth(), scratch.hessian());
            refuseUntold(block);
            scratch.scaleHessian(block.rows(), form.weights(), denominator);
        }
        if (detail.share()) {
            scratch.share(block.rows(), form.weights(), totals.sum());
        }
        if (tellsOutputs()) {
            kernel.outputs(block, form.truth(), scratch.loss());
        }
    }

    /** Refuses a Hessian that a convention's loss does not tell: NaN where the loss itself has a value. */
    private void refuseUntold(Block block) {
        int width = block.rows() == 0 ? 0 : block.layout().predictionWidth();
        boolean told = width == 0 || !Double.isFinite(scratch.loss()[0]);
        for (int i = 0; i < width; i++) {
            told |= !Double.isNaN(scratch.hessian()[i]);
        }
        if (!told) {
            throw new Refusal(Refusal.Code.USAGE, "its Hessian is not known in closed form under these options")
                    .by(loss.selection().spec().name())
                    .hint("--gradient works");
        }
    }
}
