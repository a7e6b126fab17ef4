package lossctl.read;

/**
 * The mark of a row that a policy leaves out but that keeps its place, since rows of two sources are paired by it: a NaN
 * that no computation and no text gives.
 */
public final class Gap {
    private static final long BITS = 0x7ff8_6d69_7373_6564L;

    /** What every number of such a row is. */
    public static final double VALUE = Double.longBitsToDouble(BITS);

    private Gap() {}

    /** Whether a number is the mark. */
    public static boolean is(double value) {
        return Double.doubleToRawLongBits(value) == BITS;
    }
}
