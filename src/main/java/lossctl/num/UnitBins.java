package lossctl.num;

/** Bins of equal width over [0, 1]: each without its lower end, but for the first. */
public final class UnitBins {
    private UnitBins() {}

    /** The bin of {@code x}, from 0, among {@code bins}: the ends are the doubles next to the shares of 1. */
    public static int of(double x, int bins) {
        int bin = Math.max(0, (int) Math.ceil(x * bins) - 1);
        // the product is rounded
        if ((double) bin / bins >= x) {
            return Math.max(0, bin - 1);
        }
        return (bin + 1.0) / bins < x ? bin + 1 : bin;
    }
}
