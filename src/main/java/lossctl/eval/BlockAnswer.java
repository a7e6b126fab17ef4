package lossctl.eval;

import java.util.Arrays;
import lossctl.data.Block;
import lossctl.data.Refusal;
import lossctl.loss.GroupLoss;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;

/**
 * What the first loss of an evaluation says of the samples of one block that are all there are: in one pass, for callers
 * that hold their samples in memory. The arrays are new.
 *
 * @param value the reduced loss; NaN where nothing is reduced
 * @param losses each sample's loss; null for a loss without per-sample values
 * @param gradients of the reduced loss, by the prediction, then by each further input of the loss; null unless wanted
 * @param hessian the diagonal of the Hessian of the reduced loss, as wide as the prediction; null unless wanted
 */
public record BlockAnswer(double value, double[] losses, double[][] gradients, double[] hessian) {

    /**
     * Computes an answer. Of the details a share is not told.
     *
     * @throws Refusal where the samples are outside what the loss is defined for, or it has no such derivative
     */
    public static BlockAnswer of(Evaluation evaluation, Block block, Detail detail) {
        Selection selection = evaluation.losses().get(0);
        detail.refuseMixed(selection);
        boolean whole = selection.loss() instanceof SummaryLoss || selection.loss() instanceof GroupLoss;
        if (selection.spec().isMetric() && (detail.gradient() || detail.hessian())) {
            throw new Refusal(Refusal.Code.USAGE, selection.spec().name() + " is a metric: it has no gradient");
        }
        if (detail.hessian() && !selection.loss().hasHessian()) {
            throw new Refusal(
                    Refusal.Code.USAGE, selection.spec().name() + " is no mean over samples: its Hessian is not told");
        }
        LossRun loss = new LossRun(selection, block.layout(), evaluation);
        LossRun.Form form = loss.add(block);
        boolean reduced = evaluation.reduction() != Reduction.NONE;
        double value = reduced ? loss.tally().value(evaluation.reduction()) : Double.NaN;
        SampleScratch scratch = new SampleScratch(block.layout(), detail, selection.manner(), 1);
        scratch.ensure(block.rows());
        double[] losses =
                whole ? ofGroup(loss, block, detail, scratch) : ofSamples(evaluation, loss, block, form, scratch);
        if (detail.gradient() && selection.loss() instanceof SummaryLoss) {
            ((SummaryTally) loss.tally()).gradients(block, form.truth(), form.weights(), scratch.gradient());
        }
        return new BlockAnswer(
                value,
                losses,
                detail.gradient() ? scratch.gradients() : null,
                detail.hessian() ? scratch.hessian() : null);
    }

    private static double[] ofGroup(LossRun loss, Block block, Detail detail, SampleScratch scratch) {
        if (!(loss.tally() instanceof GroupTally tally) || block.rows() == 0) {
            return null;
        }
        GroupGradient group = new GroupGradient(tally, detail);
        group.fill(block, scratch.loss(), scratch.gradients(), scratch.hessian());
        return group.hasLoss() ? scratch.loss() : null;
    }

    private static double[] ofSamples(
            Evaluation evaluation, LossRun loss, Block block, LossRun.Form form, SampleScratch scratch) {
        MeanTally tally = (MeanTally) loss.tally();
        double denominator = evaluation.reduction() == Reduction.MEAN ? tally.denominator() : 1;
        if (scratch.wantsGradient()) {
            loss.kernel().gradients(block, form.truth(), scratch.gradients());
            scratch.scaleGradients(block.rows(), form.weights(), denominator);
            loss.kernel().mendGradients(block, form.truth(), form.weights(), denominator, scratch.gradients());
        }
        if (scratch.wantsHessian()) {
            loss.kernel().hessians(block, form.truth(), scratch.hessian());
            scratch.scaleHessian(block.rows(), form.weights(), denominator);
        }
        return Arrays.copyOf(tally.values(), block.rows());
    }
}
