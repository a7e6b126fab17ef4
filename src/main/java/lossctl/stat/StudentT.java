package lossctl.stat;

import lossctl.num.Elementary;

/** Student's t distribution. Source: Student 1908, doi:10.1093/biomet/6.1.1; NIST DLMF 8.17. */
public final class StudentT {
    private static final int STEPS = 200;

    /** The quantiles that were asked for last, each at the place of its degrees of freedom. */
    private static final Known[] KNOWN = new Known[256];

    private StudentT() {}

    /**
     * The probability of a value beyond {@code t}, in the upper tail; NaN for degrees of freedom that are not positive.
     */
    public static double upperTail(double t, double freedom) {
        if (Double.isNaN(t) || !(freedom > 0)) {
            return Double.NaN;
        }
        if (freedom == Double.POSITIVE_INFINITY) {
            return Elementary.normalCdf(-t);
        }
        double square = t * t;
        double tail = square == Double.POSITIVE_INFINITY
                ? 0
                : IncompleteBeta.regularized(
                                freedom / 2, 0.5, freedom / (freedom + square), square / (freedom + square))
                        / 2;
        return t >= 0 ? tail : 1 - tail;
    }

    /** The probability of a value of at most {@code t}. */
    public static double cdf(double t, double freedom) {
        return upperTail(-t, freedom);
    }

    /** The probability of a value at least as far from 0 as {@code t}: the p-value of a two-sided test. */
    public static double bothTails(double t, double freedom) {
        return Math.min(1, 2 * upperTail(Math.abs(t), freedom));
    }

    /**
     * The value that is not exceeded with probability {@code p}: infinite at 0 and 1, NaN outside [0, 1].
     */
    public static double quantile(double p, double freedom) {
        if (!(p >= 0 && p <= 1) || !(freedom > 0)) {
            return Double.NaN;
        }
        if (p == 0.5) {
            return 0;
        }
        // groups by the hundred thousand have few sizes; a record is seen whole or not at all, whichever thread wrote
        // it
        int place = (int) freedom & KNOWN.length - 1;
        Known known = KNOWN[place];
        if (known == null || known.p != p || known.freedom != freedom) {
            // 1 - p is exact from 1/2 on.
            double t = p < 0.5 ? -upperQuantile(p, freedom) : upperQuantile(1 - p, freedom);
            known = new Known(p, freedom, t);
            KNOWN[place] = known;
        }
        return known.t;
    }

    private record Known(double p, double freedom, double t) {}

    /** The value that is exceeded with probability {@code q}, for q in [0, 1/2): Newton's steps, kept in a bracket. */
    private static double upperQuantile(double q, double freedom) {
        if (q == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double high = Double.MAX_VALUE;
        double t = Math.max(-Normal.quantile(q), 1e-3);
        for (int step = 0; step < STEPS; step++) {
            double miss = upperTail(t, freedom) - q;
            if (miss > 0) {
                low = t;
            } else {
                high = t;
            }
            double next = t + miss / density(t, freedom);
            if (!(next > low && next < high)) {
                next = high == Double.MAX_VALUE ? 2 * t : (low + high) / 2;
            }
            if (Math.abs(next - t) <= 0x1p-52 * t) {
                return next;
            }
            t = next;
        }
        return t;
    }

    private static double density(double t, double freedom) {
        // Gamma((v + 1)/2) / Gamma(v/2) is Gamma(1/2) / B(v/2, 1/2)
        double log = -Elementary.betaLog(freedom / 2, 0.5)
                - Elementary.log(freedom) / 2
                - (freedom + 1) / 2 * Elementary.log1p(t * t / freedom);
        return Elementary.exp(log);
    }
}
