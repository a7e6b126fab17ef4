package lossctl.num;

/**
 * A range of numbers, each end open or closed; an infinite end is always open. Prints as {@code (0, 1]}.
 *
 * @param low the lower end, may be negative infinity
 * @param lowOpen whether {@code low} itself lies outside
 * @param high the upper end, may be positive infinity
 * @param highOpen whether {@code high} itself lies outside
 */
public record Interval(double low, boolean lowOpen, double high, boolean highOpen) {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** Every finite number. */
    public static final Interval REAL = new Interval(-INFINITE, true, INFINITE, true);
    /** Finite and greater than 0. */
    public static final Interval POSITIVE = new Interval(0, true, INFINITE, true);
    /** Finite and not less than 0. */
    public static final Interval NON_NEGATIVE = new Interval(0, false, INFINITE, true);
    /** From 0 to 1, both included. */
    public static final Interval UNIT = new Interval(0, false, 1, false);
    /** Strictly between 0 and 1. */
    public static final Interval OPEN_UNIT = new Interval(0, true, 1, true);

    /** Checks the ends: no NaN, not empty, infinite ends open. */
    public Interval {
        boolean ordered = low < high || low == high && !lowOpen && !highOpen;
        if (!ordered || Double.isInfinite(low) && !lowOpen || Double.isInfinite(high) && !highOpen) {
            throw new IllegalArgumentException("no interval: from " + low + " to " + high);
        }
    }

    /** The finite numbers greater than {@code low}. */
    public static Interval above(double low) {
        return new Interval(low, true, INFINITE, true);
    }

    /** The finite numbers not less than {@code low}. */
    public static Interval atLeast(double low) {
        return new Interval(low, low == -INFINITE, INFINITE, true);
    }

    /** The finite numbers less than {@code high}. */
    public static Interval below(double high) {
        return new Interval(-INFINITE, true, high, true);
    }

    /** The finite numbers not greater than {@code high}. */
    public static Interval atMost(double high) {
        return new Interval(-INFINITE, true, high, high == INFINITE);
    }

    /** {@code [low, high]}. */
    public static Interval between(double low, double high) {
        return new Interval(low, false, high, false);
    }

    /** Whether {@code x} lies inside; never so for NaN and the infinities. */
    public boolean contains(double x) {
        return (lowOpen ? x > low : x >= low) && (highOpen ? x < high : x <= high);
    }

    /** The notation of mathematics, {@code [0, inf)}. */
    @Override
    public String toString() {
        return (lowOpen ? "(" : "[") + end(low) + ", " + end(high) + (highOpen ? ")" : "]");
    }

    private static String end(double x) {
        if (Double.isInfinite(x)) {
            return x > 0 ? "inf" : "-inf";
        }
        String text = DecimalWriter.text(x);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
