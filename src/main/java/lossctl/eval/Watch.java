package lossctl.eval;

/**
 * What an evaluation keeps of the samples beside what its losses need.
 *
 * @param by by which columns samples are grouped; null for no groups
 * @param worst how many samples with the worst losses are kept, of the first loss; 0 for none
 * @param losses whether the loss of every sample is kept, for quantiles: 8 bytes a sample and loss
 * @param survey what looks at the samples as the first loss reads them; null for nothing
 */
public record Watch(GroupBy by, int worst, boolean losses, Survey survey) {

    /** Nothing. */
    public static final Watch NOTHING = new Watch(null, 0, false);

    /** Without a survey. */
    public Watch(GroupBy by, int worst, boolean losses) {
        this(by, worst, losses, null);
    }

    /** Whether nothing is kept; asked at every start, where a record's {@code equals} would cost 10 ms at first. */
    boolean isNothing() {
        return by == null && worst == 0 && !losses && survey == null;
    }

    /** Groups alone; null for none. */
    public static Watch groups(GroupBy by) {
        return new Watch(by, 0, false);
    }
}
