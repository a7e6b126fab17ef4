package lossctl.survey;

/** How many points lie where in the plane, over narrow cells that widen as the points spread. */
public final class Grid {
    private static final int CELLS = 256;
    private static final int SHOWN = 56;

    private Ruler across;
    private Ruler up;
    private Counts counts;
    private double left = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.POSITIVE_INFINITY;
    private double top = Double.NEGATIVE_INFINITY;
    private long n;

    /** Makes room for points within this rectangle, all its edges finite. */
    void reach(double leastX, double greatestX, double leastY, double greatestY) {
        if (leastX >= left && greatestX <= right && leastY >= bottom && greatestY <= top) {
            return;
        }
        left = Math.min(left, leastX);
        right = Math.max(right, greatestX);
        bottom = Math.min(bottom, leastY);
        top = Math.max(top, greatestY);
        Ruler wider = Ruler.over(left, right, CELLS, across);
        Ruler higher = Ruler.over(bottom, top, CELLS, up);
        if (wider != across || higher != up) {
            Counts moved = new Counts(CELLS * CELLS);
            if (counts != null) {
                pour(this, wider, higher, moved);
            }
            across = wider;
            up = higher;
            counts = moved;
        }
    }

    private static void pour(Grid from, Ruler across, Ruler up, Counts into) {
        for (int i = 0; i < CELLS * CELLS; i++) {
            if (from.counts.count(i) > 0) {
                int x = across.place(from.across.edge(i % CELLS));
                int y = up.place(from.up.edge(i / CELLS));
                into.pour(from.counts, i, y * CELLS + x);
            }
        }
    }

    /** Adds a point within reach. */
    void add(double x, double y) {
        counts.add(up.place(y) * CELLS + across.place(x));
        n++;
    }

    /** Adds the first {@code count} of some points within reach. */
    void add(double[] x, double[] y, int count) {
        Ruler knownX = across;
        Ruler knownY = up;
        Counts into = counts;
        for (int i = 0; i < count; i++) {
            into.add(knownY.place(y[i]) * CELLS + knownX.place(x[i]));
        }
        n += count;
    }

    /** The same for a sample of a weight other than 1. */
    void add(double x, double y, double weight) {
        counts.add(up.place(y) * CELLS + across.place(x), weight);
        n++;
    }

    void merge(Grid other) {
        if (other.n > 0) {
            reach(other.left, other.right, other.bottom, other.top);
            pour(other, across, up, counts);
            n += other.n;
        }
    }

    /** How many points there are. */
    public long n() {
        return n;
    }

    /**
     * The cells for the eye: at most {@value #SHOWN} each way, their width 1, 2 or 5 times a power of ten.
     *
     * @param across the edges between columns, ascending
     * @param up the edges between rows, ascending
     * @param weights what the points in {@code [row][column]} weigh; their number where each weighs 1
     * @param counts how many they are
     */
    public record Picture(double[] across, double[] up, double[][] weights, long[][] counts) {}

    /** The cells for the eye; none where there is no point. */
    public Picture picture() {
        if (n == 0) {
            return new Picture(new double[0], new double[0], new double[0][], new long[0][]);
        }
        int[] columns = cuts(across, left, right);
        int[] rows = cuts(up, bottom, top);
        double[][] weights = new double[rows.length - 1][columns.length - 1];
        long[][] sums = new long[rows.length - 1][columns.length - 1];
        for (int r = 0; r < sums.length; r++) {
            for (int c = 0; c < sums[r].length; c++) {
                for (int y = Math.max(0, rows[r]); y < Math.min(CELLS, rows[r + 1]); y++) {
                    int from = y * CELLS + Math.max(0, columns[c]);
                    int to = y * CELLS + Math.min(CELLS, columns[c + 1]);
                    for (int i = from; i < to; i++) {
                        sums[r][c] += counts.count(i);
                    }
                    weights[r][c] += counts.weight(from, to);
                }
            }
        }
        return new Picture(edges(across, columns), edges(up, rows), weights, sums);
    }

    /** The cells that begin a row or column, and the one that ends the last; the outer ones may lie off the ruler. */
    private static int[] cuts(Ruler ruler, double low, double high) {
        long from = ruler.multiple(ruler.place(low));
        long to = ruler.multiple(ruler.place(high));
        long width = Bins.round(0, (to - from + 1.0) / SHOWN, ruler.byFives());
        long first = Math.floorDiv(from, width);
        int[] cuts = new int[(int) (Math.floorDiv(to, width) - first + 2)];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = (int) ((first + i) * width - ruler.multiple(0));
        }
        return cuts;
    }

    private static double[] edges(Ruler ruler, int[] cuts) {
        double[] edges = new double[cuts.length];
        for (int i = 0; i < cuts.length; i++) {
            edges[i] = ruler.edgeAt(ruler.multiple(cuts[i]));
        }
        return edges;
    }
}
