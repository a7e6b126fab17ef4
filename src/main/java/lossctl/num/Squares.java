package lossctl.num;

/**
 * Squares as sums of two doubles each, many at a time and without a branch. Of a piece that holds values whose squares
 * are no such sums it says so and does nothing more.
 */
final class Squares {
    /** How many values are squared at a time. */
    static final int PIECE = 4096;

    /** How many of them in one loop, that a compiler counts its calls and makes eight at once of it. */
    private static final int STRIP = 256;

    /** Sizes in between have squares that neither overflow nor have an error below the range; as bits, they compare. */
    private static final long LEAST = Double.doubleToRawLongBits(0x1p-450);

    private static final long GREATEST = Double.doubleToRawLongBits(0x1p511);

    private final double[] high = new double[PIECE];
    private final double[] low = new double[PIECE];
    private final double[] strip = new double[STRIP];
    private final double[] squares = new double[STRIP];
    private final double[] errors = new double[STRIP];

    /** Squares {@code values[from, to)}, at most {@link #PIECE}; whether all are now in {@link #high} and {@link #low}. */
    boolean load(double[] values, int from, int to) {
        for (int at = from; at < to; at += STRIP) {
            int count = Math.min(STRIP, to - at);
            System.arraycopy(values, at, strip, 0, count);
            if (isOdd(strip, count)) {
                return false;
            }
            square(strip, squares, errors);
            System.arraycopy(squares, 0, high, at - from, count);
            System.arraycopy(errors, 0, low, at - from, count);
        }
        return true;
    }

    private static boolean isOdd(double[] values, int count) {
        long odd = 0;
        for (int i = 0; i < count; i++) {
            long size = Double.doubleToRawLongBits(values[i]) & Long.MAX_VALUE;
            // negative where 0 < size < LEAST, or size > GREATEST
            odd |= size - LEAST & -size | GREATEST - size;
        }
        return odd < 0;
    }

    private static void square(double[] values, double[] squares, double[] errors) {
        for (int i = 0; i < STRIP; i++) {
            double x = values[i];
            double square = x * x;
            squares[i] = square;
            errors[i] = Math.fma(x, x, -square);
        }
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
