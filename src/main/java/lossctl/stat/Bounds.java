package lossctl.stat;

/**
 * An interval of confidence; both ends are NaN where there is none.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Bounds(double low, double high) {
    /** No interval. */
    public static final Bounds NONE = new Bounds(Double.NaN, Double.NaN);

    /**
     * The t interval of an estimate.
     *
     * @param freedom degrees of freedom; {@link #NONE} where they are not positive
     * @param level the confidence, in (0, 1)
     */
    public static Bounds t(double estimate, double standardError, double freedom, double level) {
        double reach = StudentT.quantile(0.5 + level / 2, freedom) * standardError;
        return Double.isFinite(reach) ? new Bounds(estimate - reach, estimate + reach) : NONE;
    }

    /** Whether there is an interval. */
    public boolean exists() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** Whether a number lies inside or on an end. */
    public boolean contains(double x) {
        return low <= x && x <= high;
    }
}
