package lossctl.eval;

/**
 * What is wanted of the uncertainty of a result.
 *
 * @param level the confidence of intervals, in (0, 1); 0 where only standard errors are wanted
 * @param method how intervals are made
 * @param resamples how many resamples a bootstrap draws
 * @param seed what its random numbers follow from
 * @param cluster the text column that tells which samples belong together; null where each stands for itself
 */
public record Uncertainty(double level, Method method, int resamples, long seed, String cluster) {

    /** How an interval is made. */
    public enum Method {
        /** Student's t, with the delta method for what is no mean. */
        T("t"),
        /** Percentiles of a bootstrap. */
        PERCENTILE("percentile"),
        /** Percentiles of a bootstrap, corrected for bias and acceleration. */
        BCA("bca");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        /** Its name on the command line. */
        public String word() {
            return word;
        }
    }

    /** Standard errors alone. */
    public static final Uncertainty ERRORS = new Uncertainty(0, Method.T, 0, 0, null);

    /** Whether an interval is wanted, not only an error. */
    public boolean hasLevel() {
        return level > 0;
    }

    /** Whether all samples are kept, in their order. */
    boolean keepsSamples() {
        return cluster != null || method != Method.T;
    }
}
