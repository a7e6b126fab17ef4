package lossctl.eval;

/** How the losses of the samples become one number. */
public enum Reduction {
    /** Their sum divided by their number; with weights, by the sum of the weights. */
    MEAN,
    /** Their sum; with weights, each times its weight. */
    SUM,
    /** Not at all: a value a sample. */
    NONE;

    /** Its name on the command line. */
    public String word() {
        return switch (this) {
            case MEAN -> "mean";
            case SUM -> "sum";
            case NONE -> "none";
        };
    }
}
