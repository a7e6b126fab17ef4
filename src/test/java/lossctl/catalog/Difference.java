package lossctl.catalog;

import java.util.function.DoubleUnaryOperator;

/**
 * A derivative by central differences, extrapolated to a step of 0 (Ridders 1982, doi:10.1016/S0141-1195(82)80057-0),
 * from whatever first step it is told best.
 *
 * @param slope the derivative
 * @param error how far off it may be
 */
record Difference(double slope, double error) {
    private static final int STEPS = 7;
    /** A relative error that no comparison needs to be smaller. */
    private static final double ENOUGH = 1e-11;

    private static final double ULP = 0x1p-52;

    /** The derivative at {@code x}; the function is smooth within {@code room} of it, as far as is known. */
    static Difference of(DoubleUnaryOperator f, double x, double room) {
        Difference best = new Difference(Double.NaN, Double.POSITIVE_INFINITY);
        double least = Math.max(room * 1e-6, Math.ulp(x) * 0x1p16);
        for (double first = room / 2; first >= least; first /= 6) {
            Difference each = from(f, x, first);
            best = each.error < best.error ? each : best;
            if (best.error <= ENOUGH * Math.abs(best.slope)) {
                break;
            }
        }
        return best;
    }

    private static Difference from(DoubleUnaryOperator f, double x, double first) {
        double[][] table = new double[STEPS][STEPS];
        Difference best = new Difference(Double.NaN, Double.POSITIVE_INFINITY);
        double h = first;
        for (int i = 0; i < STEPS; i++, h /= 2) {
            double above = f.applyAsDouble(x + h);
            double below = f.applyAsDouble(x - h);
            table[i][0] = (above - below) / (x + h - (x - h));
            double noise = ULP * (Math.max(Math.abs(above), Math.abs(below)) + Math.abs(x * table[i][0])) / h;
            double factor = 1;
            for (int j = 1; j <= i; j++) {
                factor *= 4;
                table[i][j] = (table[i][j - 1] * factor - table[i - 1][j - 1]) / (factor - 1);
                double error = noise
                        + Math.max(
                                Math.abs(table[i][j] - table[i][j - 1]), Math.abs(table[i][j] - table[i - 1][j - 1]));
                if (error < best.error) {
                    best = new Difference(table[i][j], error);
                }
            }
        }
        return best;
    }
}
