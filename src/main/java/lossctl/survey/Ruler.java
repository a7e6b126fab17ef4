package lossctl.survey;

import java.math.BigDecimal;

/**
 * Cells of equal width on the line of numbers, each without its upper edge. The width is 1 or 5 times a power of ten and
 * every edge is the double nearest to a whole multiple of it, so that cells of one width lie within those of the next
 * without a remainder: counts may be made over narrow cells and poured into wider ones, and come out the same whenever
 * that happens. Immutable.
 */
final class Ruler {
    /** The narrowest cells that are used; narrower ones would be no wider than the steps between small doubles. */
    private static final int NARROWEST = 2 * -300;

    /** How often a cell fits between 0 and the farthest number, at most: edges must differ as doubles. */
    private static final double FARTHEST = 1e15;

    /** The powers of ten that are doubles. */
    private static final double[] POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private static final double LOG_10_OF_2 = 0.30103;

    /** Twice the exponent of ten, and one more where the factor is 5. */
    private final int step;

    private final long first;
    private final double[] edges;
    private final double inverse;

    /** How near to an edge a number must be, in cells, before rounding may put it on the wrong side. */
    private final double doubt;

    private Ruler(int step, long first, int cells) {
        this.step = step;
        this.first = first;
        edges = new double[cells + 1];
        for (int i = 0; i <= cells; i++) {
            edges[i] = edge(first + i, step);
        }
        inverse = inverse(step);
        doubt = Math.max(Math.abs((double) first), Math.abs((double) first + cells)) * 0x1p-50;
    }

    /**
     * The ruler for numbers from {@code low} to {@code high}: of the narrowest cells of which {@code cells} reach from one
     * to the other, and longer where it was known to be short.
     *
     * @param before the ruler so far, whose cells are at least as narrow; null for none
     */
    static Ruler over(double low, double high, int cells, Ruler before) {
        int step = before == null ? least(Math.max(Math.abs(low), Math.abs(high))) : before.step;
        long from = index(low, step);
        long to = index(high, step);
        while (to - from >= cells || Math.max(Math.abs(from), Math.abs(to)) > FARTHEST) {
            step++;
            from = index(low, step);
            to = index(high, step);
        }
        if (before != null && before.step == step && before.holds(low, high)) {
            return before;
        }
        // The room that is left lies on both sides, or where the numbers went beyond the ruler so far.
        long room = cells - 1 - (to - from);
        boolean beyond = before != null && high >= before.edges[cells];
        boolean below = before != null && low < before.edges[0];
        long start = from - (beyond == below ? room / 2 : below ? room : 0);
        return new Ruler(step, start, cells);
    }

    private static int least(double greatest) {
        int exponent = (int) Math.floor(Math.getExponent(greatest) * LOG_10_OF_2) - 17;
        return Math.max(NARROWEST, 2 * exponent);
    }

    private boolean holds(double low, double high) {
        return low >= edges[0] && high < edges[edges.length - 1];
    }

    /** The cell of a number that lies on the ruler. */
    int place(double x) {
        double at = x * inverse - first;
        int i = (int) at;
        double part = at - i;
        return part > doubt && part < 1 - doubt ? i : besides(x, i);
    }

    /** The cell of a number that lies near an edge; it is looked for from a cell on. */
    private int besides(double x, int from) {
        int i = Math.max(0, Math.min(edges.length - 2, from));
        while (x < edges[i] && i > 0) {
            i--;
        }
        while (x >= edges[i + 1] && i < edges.length - 2) {
            i++;
        }
        return i;
    }

    int cells() {
        return edges.length - 1;
    }

    /** The edge below cell {@code i}. */
    double edge(int i) {
        return edges[i];
    }

    /** How many widths of a cell the edge below cell {@code i} is from 0. */
    long multiple(int i) {
        return first + i;
    }

    /** The edge that is {@code multiple} widths of a cell from 0. */
    double edgeAt(long multiple) {
        return edge(multiple, step);
    }

    /** Whether the width of a cell is 5 times a power of ten, not 1 times. */
    boolean byFives() {
        return (step & 1) == 1;
    }

    private static double inverse(int step) {
        int exponent = -(step >> 1);
        return (step & 1) == 0 ? decimal(1, exponent) : decimal(2, exponent - 1);
    }

    private static double edge(long multiple, int step) {
        long digits = (step & 1) == 0 ? multiple : 5 * multiple;
        return decimal(digits, step >> 1);
    }

    private static double decimal(long digits, int exponent) {
        // Below 2^53 and 10^23 both are exact, so that one operation rounds correctly.
        if (Math.abs(digits) < 1L << 53 && Math.abs(exponent) < POWERS.length) {
            return exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
        }
        return BigDecimal.valueOf(digits).scaleByPowerOfTen(exponent).doubleValue();
    }

    /** The multiple of the width at or next below a number. */
    private static long index(double x, int step) {
        double guess = Math.floor(x * inverse(step));
        if (!(Math.abs(guess) <= 4 * FARTHEST)) {
            return guess < 0 ? Long.MIN_VALUE / 4 : Long.MAX_VALUE / 4;
        }
        long i = (long) guess;
        while (edge(i, step) > x) {
            i--;
        }
        while (edge(i + 1, step) <= x) {
            i++;
        }
        return i;
    }
}
