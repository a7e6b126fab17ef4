package lossctl.catalog;

import java.util.function.DoubleUnaryOperator;

/**
 * Looks for a jump of a function between two places. It follows the greater change into halves: of a function without a
 * jump less and less is left, of one with a jump all of it. What is left at last counts only where the function is the
 * same near by on either side, so that neither a steep place nor the rounding of the function itself is taken for a jump.
 */
final class Jump {
    /** After so many halvings a jump is what most of the change is due to, or it is not on this way. */
    private static final int SOON = 12;

    private static final double LEFT = 1.0 / 16;
    private static final int HALVINGS = 34;
    /** How far the points of a side lie apart, in last intervals. */
    private static final int SIDE = 3;
    /** A jump is that many times what the function changes on its sides. */
    private static final double CLEAR = 8;
    /** What rounding may leave of terms that cancel, beside the coarse steps below the smallest normal number. */
    private static final double ROUNDING = 0x1p-30;

    private Jump() {}

    /**
     * Where the function jumps between two places; NaN where no jump was found.
     *
     * @param terms how large the terms are that the function is a sum of
     */
    static double of(DoubleUnaryOperator f, double from, double to, double terms) {
        double first = Math.min(from, to);
        double last = Math.max(from, to);
        double low = f.applyAsDouble(first);
        double high = f.applyAsDouble(last);
        double size = Math.max(terms, Math.max(Math.abs(low), Math.abs(high)));
        double whole = Math.abs(high - low);
        // as far down as a thousand steps of rounding of the places themselves, no farther
        double least = 1024 * Math.max(Math.ulp(first), Math.ulp(last));
        for (int i = 0; i < HALVINGS && last - first > least; i++) {
            double middle = first + (last - first) / 2;
            double between = f.applyAsDouble(middle);
            size = Math.max(size, Math.abs(between));
            if (Math.abs(between - low) > Math.abs(high - between)) {
                last = middle;
                high = between;
            } else {
                first = middle;
                low = between;
            }
            if (i == SOON && !(Math.abs(high - low) > LEFT * whole / (1 << SOON / 2))) {
                return Double.NaN;
            }
        }
        double change = Math.abs(high - low);
        if (!(change > ROUNDING * size + Double.MIN_NORMAL)) {
            return Double.NaN;
        }
        double step = last - first;
        if (first - SIDE * step < Math.min(from, to) || last + SIDE * step > Math.max(from, to)) {
            return Double.NaN;
        }
        double stir = 0;
        for (int i = 1; i <= SIDE; i++) {
            stir = Math.max(stir, Math.abs(f.applyAsDouble(first - i * step) - low));
            stir = Math.max(stir, Math.abs(f.applyAsDouble(last + i * step) - high));
        }
        return change > CLEAR * stir ? first : Double.NaN;
    }
}
