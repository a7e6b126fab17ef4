package lossctl.stat;

/**
 * McNemar's test of two classifiers on the same samples, by the exact binomial distribution of those that only one of
 * them got right: never less than its level promises, at the price of some power; neither the mid-p variant nor the
 * chi-squared approximation keeps that promise. Source: McNemar 1947, doi:10.1007/BF02295996.
 */
public final class McNemar {
    private McNemar() {}

    /** The two-sided p-value; 1 where the two never differ. */
    public static double p(long onlyFirst, long onlySecond) {
        long n = onlyFirst + onlySecond;
        long fewer = Math.min(onlyFirst, onlySecond);
        if (2 * fewer == n) {
            return 1;
        }
        // P(X <= k) of n fair coins is I_{1/2}(n - k, k + 1)
        return Math.min(1, 2 * IncompleteBeta.regularized(n - fewer, fewer + 1.0, 0.5, 0.5));
    }
}
