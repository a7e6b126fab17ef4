package lossctl.stat;

/**
 * The standard error of a smooth function of sums over independent units (Cramer 1946): the variance of its linear part.
 */
public final class DeltaMethod {
    /** Below this share of its terms, what is left of their sum is not trusted. */
    private static final double CANCELLED = 1e-7;

    private static final int LEVELS = 16;

    private DeltaMethod() {}

    /** A function of sums, told as what is added to the sums that there are. */
    public interface OfSums {
        /** The function's value; NaN where it has none. */
        double value(int sum, double added);
    }

    /**
     * The standard error.
     *
     * @param function the function, of as many sums as {@code moments} has rows
     * @param moments sums over the units of the products of their parts in the sums
     * @param n the number of units
     * @return NaN for fewer than two units, where the function is not smooth there, or too much cancels
     */
    public static double standardError(OfSums function, double[][] moments, long n) {
        double[] slopes = new double[moments.length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = moments[i][i] == 0 ? 0 : slope(function, i, Math.sqrt(moments[i][i]));
        }
        double sum = 0;
        double size = 0;
        for (int i = 0; i < slopes.length; i++) {
            for (int j = 0; j < slopes.length; j++) {
                double term = slopes[i] * moments[i][j] * slopes[j];
                sum += term;
                size += Math.abs(term);
            }
        }
        boolean trusted = n >= 2 && size < Double.POSITIVE_INFINITY && (size == 0 || sum > CANCELLED * size);
        return trusted ? Math.sqrt(n / (n - 1.0) * sum) : Double.NaN;
    }

    /**
     * Central differences extrapolated to a step of 0, as far as that betters them (Ridders 1982,
     * doi:10.1016/S0141-1195(82)80057-0).
     */
    private static double slope(OfSums function, int sum, double scale) {
        double[] row = new double[LEVELS];
        double step = scale;
        double best = Double.NaN;
        double error = Double.POSITIVE_INFINITY;
        for (int i = 0; i < LEVELS; i++) {
            step /= 2;
            double last = (function.value(sum, step) - function.value(sum, -step)) / (2 * step);
            double factor = 4;
            for (int k = 0; k < i; k++) {
                double better = last + (last - row[k]) / (factor - 1);
                double change = Math.max(Math.abs(better - last), Math.abs(better - row[k]));
                row[k] = last;
                last = better;
                factor *= 4;
                if (change <= error) {
                    error = change;
                    best = better;
                }
            }
            row[i] = last;
        }
        return best;
    }
}
