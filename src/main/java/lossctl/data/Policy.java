package lossctl.data;

import java.util.List;

/**
 * What to do with values that are missing or not finite.
 *
 * @param skipMissing whether rows with a missing value are skipped and counted; else they are refused
 * @param missingValues the texts that mean "missing", beside JSON's null
 * @param nonFinite what to do with nan, inf and infinity
 */
public record Policy(boolean skipMissing, List<String> missingValues, NonFinite nonFinite) {

    /** What to do with a row that holds NaN or an infinity. */
    public enum NonFinite {
        /** Refuse it with its place. */
        FAIL,
        /** Leave it out and count it. */
        SKIP,
        /** Compute with it. */
        PROPAGATE
    }

    /** Refuse both; empty, NA, null and None mean "missing". */
    public static final Policy STRICT = new Policy(false, List.of("", "NA", "null", "None"), NonFinite.FAIL);
}
