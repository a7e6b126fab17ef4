package lossctl.eval;

/**
 * The answers for one group of samples.
 *
 * @param keys what its samples have in the columns that they are grouped by
 * @param n its samples, those of an ignored class among them
 * @param values a value a loss, in the order asked for; NaN for one without a value here
 * @param reasons why a loss has no value here, null for one that has; null where all have
 * @param estimates how far each value may be off; null where no intervals were wanted
 */
public record Group(String[] keys, long n, double[] values, String[] reasons, Estimate[] estimates) {

    /** Whether these samples leave a loss without a value. */
    public boolean isUndefined(int loss) {
        return reasons != null && reasons[loss] != null;
    }

    /** How far the value of a loss may be off; null where that is not known, or was not wanted. */
    public Estimate estimate(int loss) {
        return estimates == null ? null : estimates[loss];
    }
}
