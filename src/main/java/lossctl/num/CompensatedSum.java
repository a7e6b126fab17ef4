package lossctl.num;

/**
 * A sum carried in two doubles: for the few values of one row, where an {@link ExactSum} would cost more than the loss.
 *
 * <p>The error is that of twice the precision, rounded once at the end (Ogita, Rump and Oishi 2005,
 * doi:10.1137/030601818): within 1 ulp unless the terms cancel by more than 2^50. Unlike an exact sum it depends on the
 * order, which within a row is given. Infinities and NaN go through as in a plain sum.
 */
public final class CompensatedSum {
    private double sum;
    private double rest;

    /** Adds one value. */
    public void add(double x) {
        double total = sum + x;
        double shift = total - sum;
        rest += (sum - (total - shift)) + (x - shift);
        sum = total;
    }

    /** Adds a product with what its rounding leaves. */
    public void addProduct(double a, double b) {
        double product = a * b;
        add(product);
        rest += Math.fma(a, b, -product);
    }

    /** The sum so far. */
    public double value() {
        double total = sum + rest;
        return Double.isFinite(total) ? total : sum;
    }

    /** Starts again at zero. */
    public void clear() {
        sum = 0;
        rest = 0;
    }
}
