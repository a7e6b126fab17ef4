package lossctl.num;

import java.util.Arrays;

/**
 * The fast lane of {@link ExactSum} for many terms at once: {@value #WIDTH} sums side by side, so that a processor adds to
 * eight of them in one instruction and no term waits for the one before.
 *
 * <p>Nothing rounds. Adding {@code 1.5 * 2^p} to a number of at most {@code 2^(p-1)} and taking it away again leaves the
 * nearest multiple of {@code u = 2^(p-52)}, and what that misses of the number is a double of at most {@code u/2}. Multiples
 * of {@code u} add up without an error as long as sums stay within {@code 2^(p-1)}, which the sizes of all terms tell. What
 * is missed goes the same way at {@code p - 41}, and what that misses at {@code p - 82}; there, at most {@value #MOST} terms a
 * lane keep the sums small. The three hold bits from {@code 2^(p-1)} down to {@code 2^(p-134)}. Terms that have bits below
 * are noticed, and what they lack is added by itself.
 *
 * <p>Source of the method: the extraction of Rump, Ogita and Oishi, Accurate floating-point summation part I, 2008,
 * doi:10.1137/050645671.
 */
final class Lanes {
    private static final int WIDTH = 256;

    /** How many terms a lane takes until it is emptied. */
    private static final int MOST = 1024;

    /** How many terms are looked at, and then added, at once. */
    private static final int PIECE = 64 * WIDTH;

    /** How much lower each step is. */
    private static final int STEP = 41;

    /** How much lower than its power the unit of a step is: the digits of a double. */
    private static final int UNIT = 52;

    /** The power is so much above what the first terms add up to, so that many more find room. */
    private static final int ROOM = 8;

    /** The least power that leaves room for the steps below. */
    private static final int LOWEST = -880;

    /** After so many pieces with bits below the lowest step it is worth looking whether the steps stand too high. */
    private static final int PATIENCE = 4;

    private final double[] first = new double[WIDTH];
    private final double[] second = new double[WIDTH];
    private final double[] third = new double[WIDTH];
    /** What the lowest step did not hold. */
    private final double[] missed = new double[WIDTH];
    /** The sizes of all terms, and twice those of the terms below zero. */
    private final double[] sizes = new double[WIDTH];

    private final double[] below = new double[WIDTH];
    private final double[] strip = new double[WIDTH];

    private int power;
    private double bound;
    private double high;
    private double middle;
    private double low;
    private int filled;
    private int losses;
    private boolean negative;

    /** Whether a term below zero was added since the last {@link #drainInto}; those that went to the sum itself count. */
    boolean hasNegative() {
        return negative;
    }

    /** Adds {@code values[from, to)} here or straight to {@code sum}, and tells which {@link Strange} terms there were. */
    int add(double[] values, int from, int to, WideNumber sum) {
        int strange = Strange.NONE;
        for (int at = from; at < to; at += PIECE) {
            int end = Math.min(to, at + PIECE);
            int strips = (end - at + WIDTH - 1) / WIDTH;
            if (filled + strips > MOST || losses > PATIENCE) {
                empty(sum);
            }
            measure(values, at, end);
            if (total(sizes) <= bound || rescale(values, at, end, sum)) {
                filled += strips;
                negative = negative || total(below) != 0;
                split(values, at, end);
                addMissed(values, at, end, sum);
            } else {
                strange |= addSingly(values, at, end, sum);
            }
        }
        return strange;
    }

    private void measure(double[] values, int from, int to) {
        for (int at = from; at < to; at += WIDTH) {
            load(values, at, to);
            measure(strip, sizes, below);
        }
    }

    private void split(double[] values, int from, int to) {
        for (int at = from; at < to; at += WIDTH) {
            load(values, at, to);
            split(strip, first, second, third, missed, high, middle, low);
        }
    }

    private void load(double[] values, int at, int to) {
        int length = Math.min(WIDTH, to - at);
        System.arraycopy(values, at, strip, 0, length);
        if (length < WIDTH) {
            Arrays.fill(strip, length, WIDTH, 0);
        }
    }

    /** Equal indices everywhere, and arrays that are not looked up in the loop: only so is it compiled to vectors. */
    private static void measure(double[] terms, double[] sizes, double[] below) {
        for (int i = 0; i < WIDTH; i++) {
            double x = terms[i];
            double size = Math.abs(x);
            sizes[i] += size;
            below[i] += size - x;
        }
    }

    private static void split(
            double[] terms,
            double[] first,
            double[] second,
            double[] third,
            double[] missed,
            double high,
            double middle,
            double low) {
        for (int i = 0; i < WIDTH; i++) {
            double x = terms[i];
            double part = x + high - high;
            first[i] += part;
            x -= part;
            part = x + middle - middle;
            second[i] += part;
            x -= part;
            part = x + low - low;
            third[i] += part;
            missed[i] += Math.abs(x - part);
        }
    }

    /** The sum of sizes; NaN where one is. */
    private static double total(double[] sizes) {
        double total = 0;
        for (double size : sizes) {
            total += size;
        }
        return total;
    }

    /** Adds what the lowest step has missed of terms that were added. */
    private void addMissed(double[] values, int from, int to, WideNumber sum) {
        if (total(missed) == 0) {
            return;
        }
        losses++;
        Arrays.fill(missed, 0);
        for (int i = from; i < to; i++) {
            double x = values[i];
            x -= x + high - high;
            x -= x + middle - middle;
            x -= x + low - low;
            if (x != 0) {
                sum.add(x);
            }
        }
    }

    /** Adds terms that were measured, and cannot be added otherwise. */
    private int addSingly(double[] values, int from, int to, WideNumber sum) {
        Arrays.fill(sizes, 0);
        Arrays.fill(below, 0);
        int strange = Strange.NONE;
        for (int i = from; i < to; i++) {
            double x = values[i];
            negative |= x < 0;
            if (Math.abs(x) <= Double.MAX_VALUE) {
                sum.add(x);
            } else {
                strange |= Strange.of(x);
            }
        }
        return strange;
    }

    /** Chooses the steps anew, so that the lanes hold these terms and many like them; whether there are such steps. */
    private boolean rescale(double[] values, int from, int to, WideNumber sum) {
        empty(sum);
        Arrays.fill(below, 0);
        measure(values, from, to);
        double total = total(sizes);
        if (!(total < 0x1p900)) {
            return false;
        }
        power = Math.max(Math.getExponent(total) + ROOM, LOWEST);
        bound = Math.scalb(0.5, power);
        high = Math.scalb(1.5, power);
        middle = Math.scalb(1.5, power - STEP);
        low = Math.scalb(1.5, power - 2 * STEP);
        return true;
    }

    /** Moves the sums into {@code sum}; in units of their steps they are whole numbers, and so are their sums. */
    private void empty(WideNumber sum) {
        if (filled > 0) {
            sum.add(units(first, power), power - UNIT);
            sum.add(units(second, power - STEP), power - STEP - UNIT);
            sum.add(units(third, power - 2 * STEP), power - 2 * STEP - UNIT);
        }
        Arrays.fill(sizes, 0);
        if (losses > PATIENCE) {
            bound = 0;
        }
        losses = 0;
        filled = 0;
    }

    private static long units(double[] sums, int power) {
        double scale = Math.scalb(1.0, UNIT - power);
        long units = 0;
        for (int i = 0; i < WIDTH; i++) {
            units += (long) (sums[i] * scale);
            sums[i] = 0;
        }
        return units;
    }

    /** Moves everything into {@code sum}, and starts again from nothing. */
    void drainInto(WideNumber sum) {
        empty(sum);
        Arrays.fill(below, 0);
        negative = false;
    }
}
