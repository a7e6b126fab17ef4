package lossctl.library;

import java.util.List;
import lossctl.catalog.Catalog;
import lossctl.convention.Conventions;
import lossctl.data.Block;
import lossctl.data.Layout;
import lossctl.data.Refusal;
import lossctl.eval.BlockAnswer;
import lossctl.eval.Detail;
import lossctl.eval.Evaluation;
import lossctl.eval.Reduction;
import lossctl.loss.BadParameter;
import lossctl.loss.Input;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.loss.Spec;

/**
 * A loss or metric with its parameters, ready to be computed. Immutable, so that any number of threads may share one.
 *
 * <p>Every answer is of the mean over the samples, weighted where the batch is; after {@link #summed}, of their sum.
 * Refused, with a {@link Refusal} that tells the place: values outside what the loss is defined for, NaN and infinities
 * (but for the Infinity of an {@code upper} bound that is none), shapes that do not go together, the mean of no samples.
 */
public final class Criterion {
    private static final Detail GRADIENT = new Detail(true, false, false);
    private static final Detail HESSIAN = new Detail(false, true, false);

    private final Spec spec;
    private final Params params;
    private final String as;
    private final Reduction reduction;
    private final Evaluation evaluation;

    private Criterion(Spec spec, Params params, String as, Reduction reduction) {
        this.spec = spec;
        this.params = params;
        this.as = as;
        this.reduction = reduction;
        Selection ours = Selection.of(spec, params);
        evaluation = Evaluation.of(Conventions.selection(as, ours, reduction != Reduction.MEAN))
                .with(reduction);
    }

    /**
     * The loss of this name, every parameter at its default.
     *
     * @param name a canonical name of the catalogue or an alias ({@code huber}, {@code BCEWithLogitsLoss}); case,
     *     {@code -} and {@code _} do not matter
     * @throws BadParameter where no loss is called so, with the nearest names
     */
    public static Criterion of(String name) {
        Spec spec = Catalog.find(name);
        if (spec == null) {
            List<String> near = Catalog.nearest(name);
            throw new BadParameter("unknown loss '" + name + "'"
                    + (near.isEmpty() ? "" : ". Did you mean: " + String.join(", ", near) + "?"));
        }
        return new Criterion(spec, spec.defaults(name), Conventions.MATH, Reduction.MEAN);
    }

    /**
     * The same with a parameter set, under the name that the command line has: {@code label_smoothing}.
     *
     * @param value a Number or its text, a Boolean or a String, or double[] for a list
     * @throws BadParameter where there is no such parameter, or it cannot take the value
     */
    public Criterion with(String param, Object value) {
        return new Criterion(spec, params.with(param, value), as, reduction);
    }

    /**
     * The same as a framework computes it: {@code torch}, {@code keras}, {@code sklearn-1.9} ...; {@code math} for none.
     *
     * @throws lossctl.convention.Refused where there is no such convention, or what it does is not known
     */
    public Criterion as(String convention) {
        return new Criterion(spec, params, convention, reduction);
    }

    /** The same, summed over the samples instead of averaged. */
    public Criterion summed() {
        return new Criterion(spec, params, as, Reduction.SUM);
    }

    /** What is known of the loss: names, formula, parameters, traits, source. */
    public Spec spec() {
        return spec;
    }

    /** The loss of the batch: the mean over its samples, or their sum; of a metric or score its value. */
    public double value(Batch batch) {
        return BlockAnswer.of(evaluation, block(batch), Detail.LOSS).value();
    }

    /**
     * The loss of each sample, not weighted.
     *
     * @throws Refusal for a loss that is no mean over samples ({@code rmse}, {@code r2})
     */
    public double[] perSample(Batch batch) {
        Evaluation each = evaluation.with(Reduction.NONE);
        double[] losses = BlockAnswer.of(each, block(batch), Detail.LOSS).losses();
        if (losses == null) {
            throw new Refusal(
                    Refusal.Code.USAGE, spec.name() + " is no mean over samples: a single sample has no value");
        }
        return losses;
    }

    /**
     * The derivative of {@link #value} by every prediction, a row a sample; at a kink as the loss documents.
     *
     * @throws Refusal for a metric
     */
    public double[][] gradient(Batch batch) {
        Block block = block(batch);
        return rows(derivatives(block)[0], batch.size(), block.layout().predictionWidth());
    }

    /** The derivative of {@link #value} by every value of a further input, a row a sample. */
    public double[][] gradient(Batch batch, String input) {
        Block block = block(batch);
        int i = block.layout().inputs().indexOf(input);
        if (i < 0) {
            throw new Refusal(Refusal.Code.NO_COLUMN, spec.name() + " takes no input '" + input + "'");
        }
        return rows(derivatives(block)[i + 1], batch.size(), block.layout().inputWidths()[i]);
    }

    private double[][] derivatives(Block block) {
        return BlockAnswer.of(evaluation, block, GRADIENT).gradients();
    }

    /**
     * Value and gradient at once, for a step of a training.
     *
     * @param gradient where the gradient goes: a row a sample, as wide as the predictions
     * @return the value
     * @throws Refusal where the gradient has another shape
     */
    public double step(Batch batch, double[][] gradient) {
        Block block = block(batch);
        int width = block.layout().predictionWidth();
        if (gradient.length != batch.size()) {
            throw new Refusal(
                    Refusal.Code.SHAPE,
                    "the gradient has " + gradient.length + " rows for " + batch.size() + " samples");
        }
        for (int i = 0; i < gradient.length; i++) {
            if (gradient[i].length != width) {
                throw new Refusal(
                        Refusal.Code.SHAPE,
                        "gradient[" + i + "] has " + gradient[i].length + " values, the prediction " + width);
            }
        }
        BlockAnswer answer = BlockAnswer.of(evaluation, block, GRADIENT);
        double[] flat = answer.gradients()[0];
        for (int i = 0; i < gradient.length; i++) {
            System.arraycopy(flat, i * width, gradient[i], 0, width);
        }
        return answer.value();
    }

    /**
     * The diagonal of the Hessian of {@link #value} by the predictions, a row a sample; NaN for a loss that has none in
     * closed form.
     *
     * @throws Refusal for a metric, a loss that is no mean over samples, or one of rows that are normalized first
     */
    public double[][] hessian(Batch batch) {
        Block block = block(batch);
        double[] flat = BlockAnswer.of(evaluation, block, HESSIAN).hessian();
        return rows(flat, batch.size(), block.layout().predictionWidth());
    }

    /** An empty tally of this loss, for samples that come in parts. */
    public Tally tally() {
        return new Tally(evaluation);
    }

    private Block block(Batch batch) {
        Block block = new Block(layout(evaluation, batch));
        batch.fill(block, inputs(evaluation));
        return block;
    }

    /** The further inputs of the loss, in the order of {@link #layout}. */
    static List<Input> inputs(Evaluation evaluation) {
        return evaluation.losses().get(0).loss().inputs();
    }

    static Layout layout(Evaluation evaluation, Batch batch) {
        return batch.layout(
                inputs(evaluation), evaluation.losses().get(0).spec().name());
    }

    private static double[][] rows(double[] flat, int count, int width) {
        double[][] rows = new double[count][width];
        for (int i = 0; i < count; i++) {
            System.arraycopy(flat, i * width, rows[i], 0, width);
        }
        return rows;
    }
}
