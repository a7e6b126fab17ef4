package lossctl.survey;

import java.util.Arrays;
import lossctl.num.Elementary;

/**
 * A histogram for the eye.
 *
 * @param edges ascending, one more than there are bins; the first and the last are infinite where some lie far out
 * @param counts the numbers in each bin, its upper edge not included
 * @param weights what their samples weigh; the counts again where each weighs 1
 */
public record Bins(double[] edges, long[] counts, double[] weights) {
    static final int MOST = 60;

    private static final int LEAST = 8;
    private static final double TAIL = 0.002;

    static Bins of(Histogram histogram, Ruler ruler, Counts counts) {
        if (histogram.n() == 0) {
            return new Bins(new double[0], new long[0], new double[0]);
        }
        long low = ruler.multiple(ruler.place(histogram.low()));
        long high = ruler.multiple(ruler.place(histogram.high()));
        long near = ruler.multiple(ruler.place(histogram.quantile(TAIL)));
        long far = ruler.multiple(ruler.place(histogram.quantile(1 - TAIL)));
        double spread = (double) ruler.multiple(ruler.place(histogram.quantile(0.75)))
                - ruler.multiple(ruler.place(histogram.quantile(0.25)));
        double rule = 2 * spread * Elementary.pow(histogram.n(), -1.0 / 3);
        // The nearest round width, not only the next above.
        long width =
                round(Math.min(0.7 * rule, (far - near + 1.0) / LEAST), (far - near + 1.0) / MOST, ruler.byFives());
        long from = Math.floorDiv(low, width);
        long to = Math.floorDiv(high, width);
        boolean tails = to - from >= MOST;
        if (tails) {
            from = Math.max(from, Math.floorDiv(near, width));
            to = Math.min(to, Math.floorDiv(far, width));
        }
        return cut(ruler, counts, width, from, to, new long[] {low, high});
    }

    /** The least round number of cells that is at least each of two numbers: 1, 2 or 5 times a power of ten in all. */
    static long round(double wanted, double least, boolean byFives) {
        long cells = 1;
        int[] factors = byFives ? new int[] {2, 4, 10} : new int[] {2, 5, 10};
        for (long power = 1; ; power *= 10) {
            for (int factor : factors) {
                if (cells >= wanted && cells >= least) {
                    return cells;
                }
                cells = power * factor;
            }
        }
    }

    private static Bins cut(Ruler ruler, Counts counts, long width, long from, long to, long[] range) {
        boolean below = range[0] < from * width;
        boolean above = range[1] >= (to + 1) * width;
        int inner = (int) (to - from + 1);
        int bins = inner + (below ? 1 : 0) + (above ? 1 : 0);
        double[] edges = new double[bins + 1];
        Arrays.fill(edges, Double.NEGATIVE_INFINITY);
        int at = below ? 1 : 0;
        for (int i = 0; i <= inner; i++) {
            edges[at + i] = ruler.edgeAt((from + i) * width);
        }
        if (above) {
            edges[bins] = Double.POSITIVE_INFINITY;
        }
        long[] sums = new long[bins];
        double[] weights = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            int first = cell(ruler, below && bin == 0 ? range[0] : (from + bin - at) * width);
            int end = cell(ruler, above && bin == bins - 1 ? range[1] + 1 : (from + bin - at + 1) * width);
            for (int i = first; i < end; i++) {
                sums[bin] += counts.count(i);
            }
            weights[bin] = counts.weight(first, end);
        }
        return new Bins(edges, sums, weights);
    }

    private static int cell(Ruler ruler, long multiple) {
        return (int) Math.max(0, Math.min(ruler.cells(), multiple - ruler.multiple(0)));
    }

    /** How many numbers lie in the bins without an outer edge. */
    public long farOut() {
        long far = 0;
        for (int i = 0; i < counts.length; i++) {
            far += Double.isInfinite(edges[i]) || Double.isInfinite(edges[i + 1]) ? counts[i] : 0;
        }
        return far;
    }
}
