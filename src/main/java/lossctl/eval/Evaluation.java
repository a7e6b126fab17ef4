package lossctl.eval;

import java.util.List;
import lossctl.loss.Selection;

/**
 * What is to be computed.
 *
 * @param losses the losses, each with its parameters
 * @param reduction how the losses of the samples become one number
 * @param float32 whether inputs and results are rounded to float32
 * @param strict whether warnings are refusals
 * @param threads how many threads may work; 1 keeps everything in the caller's
 * @param unchecked whether only the prediction of the true class is held against its domain, the others being unread;
 *     only for losses that see no other
 * @param uncertainty what is wanted of the uncertainty of the results; null for nothing
 */
public record Evaluation(
        List<Selection> losses,
        Reduction reduction,
        boolean float32,
        boolean strict,
        int threads,
        boolean unchecked,
        Uncertainty uncertainty) {

    /** One that holds every value against its domain. */
    public Evaluation(List<Selection> losses, Reduction reduction, boolean float32, boolean strict, int threads) {
        this(losses, reduction, float32, strict, threads, false);
    }

    /** One that asks for no uncertainty. */
    public Evaluation(
            List<Selection> losses,
            Reduction reduction,
            boolean float32,
            boolean strict,
            int threads,
            boolean unchecked) {
        this(losses, reduction, float32, strict, threads, unchecked, null);
    }

    /** One loss, its mean, in double precision, in the caller's thread. */
    public static Evaluation of(Selection loss) {
        return new Evaluation(List.of(loss), Reduction.MEAN, false, false, 1);
    }

    /** The same with another reduction. */
    public Evaluation with(Reduction other) {
        return new Evaluation(losses, other, float32, strict, threads, unchecked, uncertainty);
    }

    /** The same with intervals or standard errors. */
    public Evaluation with(Uncertainty other) {
        return new Evaluation(losses, reduction, float32, strict, threads, unchecked, other);
    }

    /** How many threads may read: one where samples are kept in their order. */
    int readingThreads() {
        return uncertainty != null && uncertainty.keepsSamples() ? 1 : threads;
    }
}
