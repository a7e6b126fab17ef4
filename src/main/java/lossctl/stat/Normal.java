package lossctl.stat;

import lossctl.num.Elementary;

/** The standard normal distribution. */
public final class Normal {
    private static final double ROOT_TWO_PI = 2.5066282746310002;

    private Normal() {}

    /** The probability of a value of at most {@code x}. */
    public static double cdf(double x) {
        return Elementary.normalCdf(x);
    }

    /**
     * The value that is not exceeded with probability {@code p}: infinite at 0 and 1, NaN outside [0, 1].
     *
     * <p>Starts from Abramowitz and Stegun 1964, 26.2.23, and mends it with Halley's steps.
     */
    public static double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            return Double.NaN;
        }
        if (p > 0.5) {
            return -lower(1 - p);
        }
        return p == 0.5 ? 0 : lower(p);
    }

    private static double lower(double p) {
        if (p == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double t = Math.sqrt(-2 * Elementary.log(p));
        double x =
                (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (int step = 0; step < 3; step++) {
            double log = Elementary.logNormalCdf(x);
            // In logarithms, so that p may be as small as doubles go.
            double newton = Elementary.expm1(log - Elementary.log(p))
                    * Elementary.exp(Elementary.log(p) + x * x / 2)
                    * ROOT_TWO_PI;
            x -= newton / (1 + x * newton / 2);
        }
        return x;
    }
}
