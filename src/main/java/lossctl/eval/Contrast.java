package lossctl.eval;

import lossctl.loss.Better;
import lossctl.stat.Bounds;

/**
 * What one loss says of two sets of predictions.
 *
 * @param loss the loss's name, with parameters where they are not usual
 * @param candidate what the new predictions are called
 * @param better which of two values is the better one
 * @param base the loss of the old predictions
 * @param value the loss of the new ones
 * @param bounds the interval of the change
 * @param level its confidence
 * @param method how the interval was made: {@code paired t}
 * @param test how p was found: {@code paired t}, {@code permutation}, {@code McNemar}
 * @param p the two-sided p-value of no change
 * @param adjusted the same after Holm's correction for all contrasts told together
 * @param n pairs of samples; samples of the new ones where there are no pairs
 * @param group what its samples have in the columns that they are grouped by; null for all samples
 */
public record Contrast(
        String loss,
        String candidate,
        Better better,
        double base,
        double value,
        Bounds bounds,
        double level,
        String method,
        String test,
        double p,
        double adjusted,
        long n,
        String[] group) {

    /** The new less the old. */
    public double change() {
        return value - base;
    }

    /** The change as a share of the old; NaN where that is 0. */
    public double relative() {
        return base == 0 ? Double.NaN : change() / Math.abs(base);
    }

    /** The same after a correction of its p-value. */
    public Contrast adjustedTo(double corrected) {
        return new Contrast(loss, candidate, better, base, value, bounds, level, method, test, p, corrected, n, group);
    }

    /** Whether no change is refuted at the level. */
    public boolean isSignificant() {
        return adjusted < 1 - level;
    }

    /** {@code improved}, {@code worse} or {@code unchanged}. */
    public String direction() {
        double gain = switch (better) {
            case LOWER -> base - value;
            case HIGHER -> value - base;
            case NEARER_ZERO -> Math.abs(base) - Math.abs(value);
        };
        return gain == 0 ? "unchanged" : gain > 0 ? "improved" : "worse";
    }
}
