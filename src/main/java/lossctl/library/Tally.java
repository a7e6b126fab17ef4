package lossctl.library;

import java.util.List;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Layout;
import lossctl.data.Omissions;
import lossctl.data.Refusal;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.Result;
import lossctl.eval.Run;
import lossctl.eval.Signature;
import lossctl.loss.Input;

/**
 * The loss of samples that come in parts: of batches, of several threads, of several machines. Sums are exact, so the
 * value is the same to the last bit however the samples were cut and in whatever order tallies were merged; only a loss
 * over all samples together keeps them, and their order is that of adding.
 *
 * <p>For one thread at a time: give each its own, and merge them at the end.
 */
public final class Tally {
    private final Evaluation evaluation;
    private Run run;
    private Layout layout;

    Tally(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /**
     * Adds the samples of a batch.
     *
     * @throws Refusal where the loss is not defined for a value, a value is not finite, or the batch is shaped unlike
     *     those before
     */
    public void add(Batch batch) {
        Layout shape = Criterion.layout(evaluation, batch);
        append(shape, new Evaluator(evaluation).run(new Once(batch, shape, Criterion.inputs(evaluation))));
    }

    /**
     * Adds what another tally of the same criterion has seen, and empties that one.
     *
     * @throws Refusal where it is this one, is of another loss, other parameters, another convention or reduction, or
     *     its samples are shaped unlike these; both are then as they were
     */
    public void merge(Tally other) {
        if (other == this) {
            throw new Refusal(Refusal.Code.USAGE, "a tally cannot be merged with itself");
        }
        if (!other.criterion().equals(criterion())) {
            throw new Refusal(
                    Refusal.Code.USAGE,
                    "a tally of " + criterion() + " cannot be merged with one of " + other.criterion());
        }
        if (other.run != null) {
            append(other.layout, other.run);
            other.run = null;
            other.layout = null;
        }
    }

    private String criterion() {
        return Signature.of(evaluation.losses().get(0), evaluation, false, Omissions.NONE);
    }

    private void append(Layout shape, Run part) {
        if (run == null) {
            run = part;
            layout = shape;
            return;
        }
        boolean same = shape.predictionWidth() == layout.predictionWidth()
                && shape.truthWidth() == layout.truthWidth()
                && shape.weighted() == layout.weighted();
        if (!same) {
            throw new Refusal(
                    Refusal.Code.SHAPE,
                    "the samples have other widths, or other weights, than those of the tally: one kind at a time");
        }
        run.append(part);
    }

    /** How many samples were added. */
    public long size() {
        return run == null ? 0 : run.n();
    }

    /**
     * The loss of all samples so far.
     *
     * @throws Refusal where there are none, or they leave the loss without a value
     */
    public double value() {
        return result().scores().get(0).value();
    }

    /** The value with all that is told of it: signature, samples that counted, warnings. */
    public Result result() {
        if (run == null) {
            throw new Refusal(Refusal.Code.EMPTY, "no samples: the loss of nothing has no value");
        }
        return run.result("", List.of());
    }

    /** A batch as a source of one block. */
    private static final class Once implements BlockSource {
        private final Batch batch;
        private final Layout layout;
        private final List<Input> inputs;
        private boolean done;

        Once(Batch batch, Layout layout, List<Input> inputs) {
            this.batch = batch;
            this.layout = layout;
            this.inputs = inputs;
        }

        @Override
        public Layout layout() {
            return layout;
        }

        @Override
        public synchronized boolean next(Block block) {
            block.clear(0);
            if (done) {
                return false;
            }
            done = true;
            batch.fill(block, inputs);
            return true;
        }

        @Override
        public void close() {
            done = true;
        }
    }
}
