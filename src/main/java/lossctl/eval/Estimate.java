package lossctl.eval;

import lossctl.stat.Bounds;

/**
 * How far a reduced loss may be off.
 *
 * @param standardError its standard error; NaN where it has none
 * @param bounds its interval; {@link Bounds#NONE} where none was wanted or there is none
 * @param wanted what was wanted
 * @param units the independent units it rests on: samples that count, or clusters of them
 * @param reason why there is no interval, in a few words; null where there is, or none was wanted
 */
public record Estimate(double standardError, Bounds bounds, Uncertainty wanted, long units, String reason) {
    /** Below this many units an interval means little: the spread itself is hardly known. */
    private static final long FEW = 4;

    private static final long FEW_TO_RESAMPLE = 20;

    /** A remark on the interval, or null. */
    public String warning(String name) {
        if (!wanted.hasLevel()) {
            return null;
        }
        if (reason != null) {
            return name + " has no interval: " + reason;
        }
        String what = units + (wanted.cluster() == null ? " samples" : " clusters");
        if (units < (wanted.method() == Uncertainty.Method.T ? FEW : FEW_TO_RESAMPLE)) {
            return "the interval of " + name + " rests on " + what + ": too few to mean much";
        }
        if (bounds.low() == bounds.high()) {
            return "the interval of " + name + " is a single point: all " + what + " are alike";
        }
        return null;
    }
}
