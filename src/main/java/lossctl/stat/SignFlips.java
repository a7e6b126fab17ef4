package lossctl.stat;

import java.util.SplittableRandom;

/**
 * The permutation test of paired differences: under the hypothesis that the two of a pair are exchangeable, each
 * difference might as well have the other sign. Exact for few pairs, else by random signs with 1 added to both counts, so
 * that the p-value is valid and never 0. Source: Phipson and Smyth 2010, doi:10.2202/1544-6115.1585.
 */
public final class SignFlips {
    /** Up to so many pairs that differ, all signs are tried. */
    static final int EXACT = 20;

    /** Sums that differ by less than this part of the sum of sizes are the same but for rounding. */
    private static final double SAME = 1e-12;

    private final double[] sizes;
    private final double observed;
    private final int resamples;
    private final long seed;

    private SignFlips(double[] sizes, double observed, int resamples, long seed) {
        this.sizes = sizes;
        this.observed = observed;
        this.resamples = resamples;
        this.seed = seed;
    }

    /**
     * The two-sided p-value of a mean difference of 0; 1 where nothing differs, NaN where a difference is not finite.
     *
     * @param differences a number a pair, each times its weight where there are weights
     */
    public static double p(double[] differences, int resamples, long seed) {
        int count = 0;
        double[] sizes = new double[differences.length];
        double sum = 0;
        double all = 0;
        for (double difference : differences) {
            if (difference != 0) {
                sizes[count++] = Math.abs(difference);
                sum += difference;
                all += Math.abs(difference);
            }
        }
        if (!(all < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        double observed = Math.abs(sum) - SAME * all;
        SignFlips test = new SignFlips(java.util.Arrays.copyOf(sizes, count), observed, resamples, seed);
        return count <= EXACT ? test.exact() : test.random();
    }

    /** Whether {@link #p} tries all signs for so many pairs that differ. */
    public static boolean isExact(int differing) {
        return differing <= EXACT;
    }

    private double exact() {
        return (double) asFar(0, 0) / (1L << sizes.length);
    }

    private long asFar(int from, double sum) {
        if (from == sizes.length) {
            return Math.abs(sum) >= observed ? 1 : 0;
        }
        return asFar(from + 1, sum + sizes[from]) + asFar(from + 1, sum - sizes[from]);
    }

    private double random() {
        long asFar = 1;
        for (int r = 0; r < resamples; r++) {
            SplittableRandom random = Seeds.of(seed, r);
            double sum = 0;
            for (int i = 0; i < sizes.length; i += Long.SIZE) {
                long signs = random.nextLong();
                int end = Math.min(sizes.length, i + Long.SIZE);
                for (int k = i; k < end; k++, signs >>>= 1) {
                    sum += (signs & 1) == 0 ? sizes[k] : -sizes[k];
                }
            }
            asFar += Math.abs(sum) >= observed ? 1 : 0;
        }
        return asFar / (resamples + 1.0);
    }
}
