package lossctl.eval;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Refusal;
import lossctl.loss.GroupLoss;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.num.StateReader;
import lossctl.num.StateWriter;

/** One loss on its way over the blocks of a source, in one thread: brings truths into form, checks, weighs, tallies. */
final class LossRun {
    private final Selection selection;
    private final Truths truths;
    private final DomainCheck check;
    private final Weights weights;
    private final Kernel kernel;
    private final Tally tally;
    private final Spread spread;

    LossRun(Selection selection, Layout layout, Evaluation evaluation) {
        this.selection = selection;
        for (Input input : selection.loss().inputs()) {
            if (!layout.inputs().contains(input.name())) {
                String option = "--" + input.name().replace('_', '-');
                throw new Refusal(
                        Refusal.Code.NO_COLUMN,
                        selection.spec().name() + " needs " + option + ": " + input.description());
            }
        }
        truths = new Truths(selection, layout);
        check = new DomainCheck(selection, layout, evaluation.unchecked());
        weights = new Weights(selection, layout.weighted());
        kernel = Kernel.of(selection.loss(), layout, truths.width());
        tally = tally(layout);
        spread = Spread.of(this, evaluation, layout, truths.width());
    }

    private Tally tally(Layout layout) {
        Loss loss = selection.loss();
        if (loss instanceof SummaryLoss summary) {
            return new SummaryTally(summary, selection.manner(), layout.predictionWidth(), truths.width());
        }
        if (loss instanceof GroupLoss group) {
            return new GroupTally(group, selection.manner(), layout, truths.width());
        }
        return new MeanTally(kernel, weights.any(), selection.manner());
    }

    /** Adds a block's samples, and tells them as the loss reads them. */
    Form add(Block block) {
        Form form = form(block);
        tally.add(block, form.truth, form.weights);
        if (spread != null) {
            spread.add(block, form.truth, form.weights);
        }
        return form;
    }

    /** A block's truths and weights as the loss reads them, checked. */
    Form form(Block block) {
        try {
            double[] truth = truths.of(block);
            check.check(block, truth, truths.width());
            double[] weight = weights.of(block, truth);
            return new Form(weights.readable(block, truth), weight);
        } catch (Refusal refusal) {
            throw refusal.by(selection.spec().name());
        }
    }

    /** Truths and weights of one block in the form that a loss reads; weights may be null. */
    record Form(double[] truth, double[] weights) {}

    /** Adds what another thread has seen of the same source. */
    void merge(LossRun other) {
        mergeRemarks(other);
        tally.merge(other.tally);
        mergeSpread(other);
    }

    private void mergeRemarks(LossRun other) {
        if (truths.mixesSigns(other.truths)) {
            throw new Refusal(Refusal.Code.OUT_OF_DOMAIN, "the truth mixes the labels 0/1 with -1/+1: use one kind");
        }
        truths.merge(other.truths);
        check.merge(other.check);
    }

    /** Adds what was seen of a further part of the same data set. */
    void join(LossRun other) {
        mergeRemarks(other);
        append(other);
    }

    private void mergeSpread(LossRun other) {
        if (spread != null) {
            spread.merge(other.spread);
        }
    }

    /** Adds what was seen of a further source. */
    void append(LossRun other) {
        if (tally instanceof GroupTally group) {
            group.append((GroupTally) other.tally);
        } else {
            tally.merge(other.tally);
        }
        mergeSpread(other);
    }

    /** How far the value may be off; null where that was not wanted. */
    Estimate estimate(double value) {
        Sums sums = tally instanceof SummaryTally summary ? summary.sums() : null;
        return spread == null ? null : spread.estimate(value, sums);
    }

    /** How its samples spread; null where that was not wanted. */
    Spread spread() {
        return spread;
    }

    Selection selection() {
        return selection;
    }

    Kernel kernel() {
        return kernel;
    }

    Tally tally() {
        return tally;
    }

    int truthWidth() {
        return truths.width();
    }

    boolean isWeighted() {
        return weights.any();
    }

    /** Remarks on the samples and the result, a line each. */
    List<String> warnings() {
        List<String> lines = new ArrayList<>(check.warnings(tally.n()));
        if (tally.warning() != null) {
            lines.add(tally.warning());
        }
        return lines;
    }

    void save(StateWriter out) {
        truths.save(out);
        check.save(out);
        tally.save(out);
        if (spread != null) {
            spread.save(out);
        }
    }

    void load(StateReader in) {
        truths.load(in);
        check.load(in);
        tally.load(in);
        if (spread != null) {
            spread.load(in);
        }
    }
}
