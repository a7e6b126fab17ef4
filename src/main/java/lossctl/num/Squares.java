package lossctl.num;

/**
 * Squares as sums of two doubles each, many at a time and without a branch. Of a piece that holds values whose squares
 * are no such sums it says so and does nothing more.
 */
final class Squares {
    /** How many values are squared at a time. */
    static final int PIECE = 512;

    /** Sizes in between have squares that neither overflow nor have an error below the range; as bits, they compare. */
    private static final long LEAST = Double.doubleToRawLongBits(0x1p-450);

    private static final long GREATEST = Double.doubleToRawLongBits(0x1p511);

    private final double[] high = new double[PIECE];
    private final double[] low = new double[PIECE];

    /** Squares {@code values[from, to)}, at most {@link #PIECE}; whether all are now in {@link #high} and {@link #low}. */
    boolean load(double[] values, int from, int to) {
        long odd = 0;
        for (int i = from; i < to; i++) {
            long size = Double.doubleToRawLongBits(values[i]) & Long.MAX_VALUE;
            // negative where 0 < size < LEAST, or size > GREATEST
            odd |= size - LEAST & -size | GREATEST - size;
        }
        if (odd < 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            double x = values[i];
            double square = x * x;
            high[i - from] = square;
            low[i - from] = Math.fma(x, x, -square);
        }
        return true;
    }

    /** The squares, rounded. */
    double[] high() {
        return high;
    }

    /** What rounding took from them. */
    double[] low() {
        return low;
    }
}
