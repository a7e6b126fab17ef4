package lossctl.survey;

/**
 * How many numbers lie where, over narrow cells that widen as the numbers spread: a fifth of them to all are in use, so
 * that bins for the eye can be made of them afterwards.
 */
public final class Histogram {
    private static final int CELLS = 16_384;

    private Ruler ruler;
    private Counts counts;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private long n;

    /** Makes room for numbers of this range, both finite. */
    void reach(double least, double greatest) {
        if (least >= low && greatest <= high) {
            return;
        }
        low = Math.min(low, least);
        high = Math.max(high, greatest);
        Ruler wider = Ruler.over(low, high, CELLS, ruler);
        if (wider != ruler) {
            Counts moved = new Counts(CELLS);
            pour(ruler, counts, wider, moved);
            ruler = wider;
            counts = moved;
        }
    }

    private static void pour(Ruler ruler, Counts counts, Ruler wider, Counts into) {
        for (int i = 0; counts != null && i < CELLS; i++) {
            if (counts.count(i) > 0) {
                into.pour(counts, i, wider.place(ruler.edge(i)));
            }
        }
    }

    /** Adds a number within reach. */
    void add(double x) {
        counts.add(ruler.place(x));
        n++;
    }

    /** Adds the first {@code count} of some numbers within reach. */
    void add(double[] numbers, int count) {
        Ruler known = ruler;
        Counts into = counts;
        for (int i = 0; i < count; i++) {
            into.add(known.place(numbers[i]));
        }
        n += count;
    }

    /** The same for a sample of a weight other than 1. */
    void add(double x, double weight) {
        counts.add(ruler.place(x), weight);
        n++;
    }

    void merge(Histogram other) {
        if (other.n > 0) {
            reach(other.low, other.high);
            // The other one's cells may be the wider ones only where its numbers reach farther; then so do these now.
            pour(other.ruler, other.counts, ruler, counts);
            n += other.n;
        }
    }

    /** How many numbers there are. */
    public long n() {
        return n;
    }

    /** The least number; infinite where there is none. */
    public double low() {
        return low;
    }

    /** The greatest number; minus infinity where there is none. */
    public double high() {
        return high;
    }

    /** About the number that a share of all does not exceed: the middle of its cell, within the range. */
    public double quantile(double share) {
        double left = share * n;
        for (int i = 0; i < CELLS && n > 0; i++) {
            left -= counts.count(i);
            if (left <= 0 && counts.count(i) > 0) {
                return Math.max(low, Math.min(high, ruler.edge(i) / 2 + ruler.edge(i + 1) / 2));
            }
        }
        return high;
    }

    /**
     * Bins for the eye: their width is 1, 2 or 5 times a power of ten, about that of Freedman and Diaconis (1981,
     * doi:10.1007/BF01025868), {@code 2 IQR n^(-1/3)}, and there are at most {@value Bins#MOST} between the tails. What
     * lies far out goes into one bin at each end without an outer edge.
     */
    public Bins bins() {
        return Bins.of(this, ruler, counts);
    }
}
