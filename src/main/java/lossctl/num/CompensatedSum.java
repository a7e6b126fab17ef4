package lossctl.num;

import java.util.function.IntToDoubleFunction;

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

    /**
     * The sum over a count, also where the sum itself is past the range of doubles. Then it is made once more, of
     * fractions.
     */
    public static double mean(int count, IntToDoubleFunction values) {
        double mean = mean(count, values, 1);
        // 2^-31 is less than one over any count
        return Double.isFinite(mean) ? mean : mean(count, values, 0x1p-31) * 0x1p31;
    }

    private static double mean(int count, IntToDoubleFunction values, double unit) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < count; i++) {
            sum.add(values.applyAsDouble(i) * unit);
        }
        return sum.value() / count;
    }

    /** Starts again at zero. */
    public void clear() {
        sum = 0;
        rest = 0;
    }
}
