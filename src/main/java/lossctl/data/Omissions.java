package lossctl.data;

/**
 * Which rows of a source are left out of a number, so that the same data give another one.
 *
 * @param policy what becomes of values that are missing or not finite
 * @param badRows whether rows that cannot be read are left out; else they are refused
 */
public record Omissions(Policy policy, boolean badRows) {

    /** No row is left out: what cannot be computed with is refused. */
    public static final Omissions NONE = new Omissions(Policy.STRICT, false);

    /** Whether a row may be left out because a value of it is missing: skipped as such, or as one that cannot be read. */
    public boolean ofMissing() {
        return policy.skipMissing() || badRows;
    }

    /** Whether any row may be left out. */
    public boolean any() {
        return ofMissing() || policy.nonFinite() == Policy.NonFinite.SKIP;
    }
}
