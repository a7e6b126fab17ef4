package lossctl.eval;

import lossctl.data.Refusal;
import lossctl.loss.Params;
import lossctl.loss.Selection;

/**
 * What is wanted of every sample beside its loss.
 *
 * @param gradient the derivative of the reduced loss by the sample's predictions
 * @param hessian the second derivative of the reduced loss by each of the sample's predictions
 * @param share the sample's part of the total loss
 * @param influence how the total would change without the sample
 * @param weighed whether its loss is told times its weight, 0 where it does not count: as what is not reduced is
 */
public record Detail(boolean gradient, boolean hessian, boolean share, boolean influence, boolean weighed) {

    /** Losses as they are, without the influence, which {@link Influence} finds. */
    public Detail(boolean gradient, boolean hessian, boolean share) {
        this(gradient, hessian, share, false, false);
    }

    /** The loss alone. */
    public static final Detail LOSS = new Detail(false, false, false);

    /** The same with losses times their weights, or without. */
    public Detail weighed(boolean wanted) {
        return new Detail(gradient, hessian, share, influence, wanted);
    }

    /** Refuses a diagonal that would need the mixed derivatives of the loss too. */
    void refuseMixed(Selection selection) {
        Params params = selection.params();
        if (hessian && params.has("normalize") && params.flag("normalize")) {
            throw new Refusal(
                    Refusal.Code.USAGE,
                    "--hessian does not go with --normalize, where every prediction moves all shares:"
                            + " normalize the rows before, or ask for the gradient");
        }
    }

    /** Whether a row can only be told once all rows were seen. */
    boolean needsTotal(Reduction reduction) {
        return share || ((gradient || hessian) && reduction == Reduction.MEAN);
    }
}
