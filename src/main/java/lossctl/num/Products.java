package lossctl.num;

/**
 * Products as sums of two doubles each, many at a time and without a branch. Of a piece that holds values whose products
 * may be no such sums it says so and does nothing more.
 */
final class Products {
    /** How many products are made at a time. */
    static final int PIECE = 4096;

    /** How many of them in one loop, that a compiler counts its calls and makes eight at once of it. */
    private static final int STRIP = 256;

    /** Sizes in between have products that neither overflow nor have an error below the range; as bits, they compare. */
    private static final long LEAST = Double.doubleToRawLongBits(0x1p-450);

    private static final long GREATEST = Double.doubleToRawLongBits(0x1p511);

    private final double[] high = new double[PIECE];
    private final double[] low = new double[PIECE];
    private final double[] left = new double[STRIP];
    private final double[] right = new double[STRIP];
    private final double[] products = new double[STRIP];
    private final double[] errors = new double[STRIP];

    /** Multiplies {@code [from, to)} of both, at most {@link #PIECE}; whether all are now in {@link #high} and {@link #low}. */
    boolean load(double[] a, double[] b, int from, int to) {
        for (int at = from; at < to; at += STRIP) {
            int count = Math.min(STRIP, to - at);
            System.arraycopy(a, at, left, 0, count);
            System.arraycopy(b, at, right, 0, count);
            if (isOdd(left, count) || a != b && isOdd(right, count)) {
                return false;
            }
            multiply(left, right, products, errors);
            System.arraycopy(products, 0, high, at - from, count);
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

    private static void multiply(double[] a, double[] b, double[] products, double[] errors) {
        for (int i = 0; i < STRIP; i++) {
            double product = a[i] * b[i];
            products[i] = product;
            errors[i] = Math.fma(a[i], b[i], -product);
        }
    }

    /** The products, rounded. */
    double[] high() {
        return high;
    }

    /** What rounding took from them. */
    double[] low() {
        return low;
    }
}
