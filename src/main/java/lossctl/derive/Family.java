package lossctl.derive;

import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.SummaryLoss;
import lossctl.loss.TupleLoss;

/** What a loss has to see at once: the families of {@link Loss}, as words. */
public enum Family {
    /** One truth and one prediction. */
    POINTWISE("pointwise", "looks at one truth and one prediction at a time"),
    /** One row of predictions. */
    ROW("row", "looks at one row of predictions at a time"),
    /** Several vectors of one sample. */
    TUPLE("tuple", "looks at several vectors of one sample at a time"),
    /** Exact sums over all samples. */
    SUMMARY("summary", "is a function of sums over all samples"),
    /** All samples together. */
    GROUP("group", "needs all samples together");

    private final String word;
    private final String sentence;

    Family(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** The family of a loss. */
    public static Family of(Loss loss) {
        if (loss instanceof PointwiseLoss) {
            return POINTWISE;
        }
        if (loss instanceof RowLoss) {
            return ROW;
        }
        if (loss instanceof TupleLoss) {
            return TUPLE;
        }
        if (loss instanceof SummaryLoss) {
            return SUMMARY;
        }
        if (loss instanceof GroupLoss) {
            return GROUP;
        }
        throw new IllegalArgumentException("a loss of no family: " + loss);
    }

    /** Its word on the command line. */
    public String word() {
        return word;
    }

    /** What it sees, as the end of a sentence. */
    public String sentence() {
        return sentence;
    }

    /** Whether its loss is the mean of losses of single samples. */
    public boolean isPerSample() {
        return this == POINTWISE || this == ROW || this == TUPLE;
    }
}
