package lossctl.derive;

import java.util.Arrays;
import java.util.List;

/** How much of a curve a picture shows: all of it, unless a pole would press the rest of it flat. */
final class Limits {
    private static final double FAR = 3;
    private static final double MORE = 0.6;

    private Limits() {}

    /** The lowest and the highest number in one column of the points that should be seen; NaN where there are none. */
    static double[] of(List<double[]> points, int column) {
        double[] sorted = new double[points.size()];
        int n = 0;
        for (double[] point : points) {
            if (Double.isFinite(point[column])) {
                sorted[n++] = point[column];
            }
        }
        if (n == 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        Arrays.sort(sorted, 0, n);
        double low = sorted[0];
        double high = sorted[n - 1];
        double tenth = sorted[n / 10];
        double ninth = sorted[n - 1 - n / 10];
        double most = ninth - tenth;
        if (most > 0 && high - ninth > FAR * most) {
            high = ninth + MORE * most;
        }
        if (most > 0 && tenth - low > FAR * most) {
            low = tenth - MORE * most;
        }
        return new double[] {low, high};
    }
}
