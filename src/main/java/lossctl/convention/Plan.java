package lossctl.convention;

import java.util.List;
import java.util.function.UnaryOperator;
import lossctl.num.Tensor;

/**
 * What a call comes down to: samples with their losses, and the way back into the framework's shapes.
 *
 * <p>Usually there is one part, and its samples are reduced. Where the framework reduces over parts (the columns of a
 * multioutput score, the rows of a dice loss), every part has a value of its own and these are reduced.
 *
 * @param parts the samples
 * @param reduction what becomes of the losses: of the samples of one part, or of the values of several
 * @param partWeights what the value of each part weighs; null where the samples of one part are reduced
 * @param divisor what the mean over several parts divides by
 * @param losses puts the losses of the samples, or the values of the parts, into the shape that they have unreduced, each
 *     times its weight
 * @param gradient puts the derivatives by the predictions, part by part and sample by sample, into the shape of the
 *     predictions
 * @param inputGradient the same for the further inputs, in their order
 * @param hasSingle whether unreduced losses are those of single samples, so that they may be asked for
 */
public record Plan(
        List<Part> parts,
        Reduce reduction,
        double[] partWeights,
        double divisor,
        UnaryOperator<Tensor> losses,
        UnaryOperator<Tensor> gradient,
        List<UnaryOperator<Tensor>> inputGradient,
        boolean hasSingle) {

    /** What becomes of the losses. */
    public enum Reduce {
        /** Their mean. */
        MEAN,
        /** Their sum. */
        SUM,
        /** They stay as they are. */
        NONE
    }

    /** Whether the values of several parts are reduced, not the samples of one. */
    public boolean isOverParts() {
        return partWeights != null;
    }
}
