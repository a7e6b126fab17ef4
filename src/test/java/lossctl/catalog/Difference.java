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
    private static final Difference NONE = new Difference(Double.NaN, Double.POSITIVE_INFINITY);
    private static final int STEPS = 7;
    /** From one first step to the next; not whole, as periods are. */
    private static final double RATIO = 5.7;

    /** A relative error that no comparison needs to be smaller. */
    private static final double ENOUGH = 1e-11;

    /** A relative error at which two first steps that agree are not both mistaken. */
    private static final double CLEAR = 1e-6;

    private static final double ULP = 0x1p-52;
    /** How far the places at which noise is measured lie apart, in first steps. */
    private static final double CLOSE = 0x1p-12;

    private static final int NOISE = 9;
    /** What fourth differences of noise come to, in noise: the root of 8! / 4!^2. */
    private static final double FOURTH = 8.366600265340756;

    /** The derivative at {@code x}; the function is smooth within {@code room} of it, as far as is known. */
    static Difference of(DoubleUnaryOperator f, double x, double room) {
        return of(f, x, room, 0);
    }

    /**
     * The same of a function of which terms of a known size cancel. Of two first steps that do not agree the smaller one is
     * right, until two clear ones do: steps of whole periods, or across a kink, may look as if they converged, and the smallest see
     * little but noise.
     */
    static Difference of(DoubleUnaryOperator f, double x, double room, double terms) {
        Difference best = null;
        boolean agreed = false;
        double least = Math.max(room * 1e-6, Math.ulp(x) * 0x1p16);
        for (double first = room / 2; first >= least; first /= RATIO) {
            Difference each = from(f, x, first, Math.max(noise(f, x, first), ULP * terms));
            boolean agrees = best != null && Math.abs(each.slope - best.slope) <= 10 * (each.error + best.error);
            double error = best == null ? 0 : Math.max(best.error, each.error);
            boolean better = agrees ? each.error < best.error : !agreed;
            best = better ? each : best;
            agreed |= agrees && error <= CLEAR * Math.abs(best.slope);
            if (agrees && best.error <= ENOUGH * Math.abs(best.slope)) {
                break;
            }
        }
        return best == null ? NONE : best;
    }

    /**
     * How far values next to one another scatter, from their fourth differences (More and Wild 2011, doi:10.1137/100786125):
     * where terms cancel inside the function that is more than the rounding of what is left of them.
     */
    private static double noise(DoubleUnaryOperator f, double x, double first) {
        double[] values = new double[NOISE];
        for (int i = 0; i < NOISE; i++) {
            values[i] = f.applyAsDouble(x + (i - NOISE / 2) * CLOSE * first);
        }
        for (int order = 1; order <= 4; order++) {
            for (int i = 0; i < NOISE - order; i++) {
                values[i] = values[i + 1] - values[i];
            }
        }
        double noise = 0;
        for (int i = 0; i < NOISE - 4; i++) {
            noise = Math.max(noise, Math.abs(values[i]) / FOURTH);
        }
        return noise;
    }

    private static Difference from(DoubleUnaryOperator f, double x, double first, double scatter) {
        double[][] table = new double[STEPS][STEPS];
        Difference best = NONE;
        double h = first;
        for (int i = 0; i < STEPS; i++, h /= 2) {
            double above = f.applyAsDouble(x + h);
            double below = f.applyAsDouble(x - h);
            table[i][0] = (above - below) / (x + h - (x - h));
            double rounding = ULP * (Math.max(Math.abs(above), Math.abs(below)) + Math.abs(x * table[i][0]));
            double noise = Math.max(scatter, rounding) / h;
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
