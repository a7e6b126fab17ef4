package lossctl.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A curve at as many points as its picture needs: evenly spread ones, more where it bends, and both sides of every jump
 * of the value or of the slope, whether the loss tells of it or not.
 */
final class SampledCurve {
    private static final int EVEN = 128;
    private static final int MOST = 8000;
    /** How far the middle of two points may be off the line between them, as a share of the picture's height. */
    private static final double OFF = 1e-3;
    /** Two points this near, as a share of the range, that still differ, are the two sides of a jump. */
    private static final double NEAR = 0x1p-34;

    private static final double JUMP = 2e-3;

    private final LossCurve curve;
    private final double near;
    private final double[] kinks;
    private final double[][] limits = new double[2][];
    private final List<double[]> points = new ArrayList<>();

    private SampledCurve(LossCurve curve, double low, double high) {
        this.curve = curve;
        near = (high / 2 - low / 2) * 2 * NEAR;
        kinks = within(curve.kinks(), low, high);
    }

    /** The curve from {@code low} to {@code high}. */
    static SampledCurve of(LossCurve curve, double low, double high) {
        SampledCurve sampled = new SampledCurve(curve, low, high);
        List<double[]> nodes = sampled.nodes(low, high);
        for (int i = 0; i < 2; i++) {
            sampled.limits[i] = Limits.of(nodes, 1 + i);
        }
        sampled.points.add(nodes.get(0));
        for (int i = 1; i < nodes.size(); i++) {
            sampled.refine(nodes.get(i - 1), nodes.get(i));
            sampled.points.add(nodes.get(i));
        }
        return sampled;
    }

    private static double[] within(double[] kinks, double low, double high) {
        double[] sorted = kinks.clone();
        Arrays.sort(sorted);
        int n = 0;
        for (double kink : sorted) {
            if (kink >= low && kink <= high && (n == 0 || kink != sorted[n - 1])) {
                sorted[n++] = kink;
            }
        }
        return Arrays.copyOf(sorted, n);
    }

    /** {@code {x, value, slope}} at evenly spread places, at every kink and right beside it. */
    private List<double[]> nodes(double low, double high) {
        double[] places = new double[EVEN + 1 + 3 * kinks.length];
        for (int i = 0; i <= EVEN; i++) {
            double share = (double) i / EVEN;
            places[i] = i == EVEN ? high : low * (1 - share) + high * share;
        }
        for (int i = 0; i < kinks.length; i++) {
            places[EVEN + 1 + 3 * i] = kinks[i] - near;
            places[EVEN + 2 + 3 * i] = kinks[i];
            places[EVEN + 3 + 3 * i] = kinks[i] + near;
        }
        Arrays.sort(places);
        List<double[]> nodes = new ArrayList<>();
        double last = Double.NaN;
        for (double x : places) {
            if (x >= low && x <= high && x != last) {
                nodes.add(point(x));
                last = x;
            }
        }
        return nodes;
    }

    private double[] point(double x) {
        double[] at = new double[2];
        curve.at(x, at);
        return new double[] {x, at[0], at[1]};
    }

    /** Adds what is needed between two points. */
    private void refine(double[] a, double[] b) {
        double middle = a[0] / 2 + b[0] / 2;
        if (points.size() > MOST || !(middle > a[0] && middle < b[0]) || b[0] - a[0] <= 1.5 * near) {
            return;
        }
        double[] m = point(middle);
        if (isOff(a, m, b)) {
            refine(a, m);
            points.add(m);
            refine(m, b);
        }
    }

    private boolean isOff(double[] a, double[] m, double[] b) {
        for (int i = 1; i <= 2; i++) {
            boolean known = Double.isFinite(m[i]);
            if (known != Double.isFinite(a[i]) || known != Double.isFinite(b[i])) {
                // The end of what can be drawn is found to a thousandth of the even distance.
                return b[0] - a[0] > near / NEAR / EVEN / 1000;
            }
            double high = limits[i - 1][1] - limits[i - 1][0];
            double line = shown(a[i], i) / 2 + shown(b[i], i) / 2;
            if (known && Math.abs(shown(m[i], i) - line) > OFF * high) {
                return true;
            }
        }
        return false;
    }

    /** A value, but for what lies far outside of the picture. */
    private double shown(double y, int i) {
        double[] ends = limits[i - 1];
        double beyond = (ends[1] - ends[0]) / 2;
        return Math.max(ends[0] - beyond, Math.min(ends[1] + beyond, y));
    }

    /** The lowest and the highest value (0) or slope (1) that the picture should show; NaN where there is none. */
    double[] limits(int component) {
        return limits[component];
    }

    /** Whether there is any value (0) or slope (1) to draw. */
    boolean has(int component) {
        return limits[component][0] <= limits[component][1];
    }

    /** The points of a line, {@code {xs, ys}}; a NaN stands between the sides of a jump and where there is no number. */
    double[][] line(int component) {
        double[] xs = new double[2 * points.size()];
        double[] ys = new double[2 * points.size()];
        int n = 0;
        for (int i = 0; i < points.size(); i++) {
            if (i > 0 && isJump(i, component)) {
                xs[n] = Double.NaN;
                ys[n++] = Double.NaN;
            }
            double y = points.get(i)[1 + component];
            xs[n] = Double.isFinite(y) ? points.get(i)[0] : Double.NaN;
            ys[n++] = Double.isFinite(y) ? y : Double.NaN;
        }
        return new double[][] {Arrays.copyOf(xs, n), Arrays.copyOf(ys, n)};
    }

    private boolean isJump(int i, int component) {
        double[] a = points.get(i - 1);
        double[] b = points.get(i);
        double difference = Math.abs(b[1 + component] - a[1 + component]);
        double high = limits[component][1] - limits[component][0];
        return b[0] - a[0] <= 1.5 * near && difference > JUMP * high;
    }

    /**
     * The ends at jumps, {@code {xs, ys}}: those that do not belong to the curve, or those that do, which are its values
     * at the kinks.
     */
    double[][] ends(int component, boolean open) {
        List<double[]> ends = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean jump = i > 0 && isJump(i, component) || i + 1 < points.size() && isJump(i + 1, component);
            boolean kink = Arrays.binarySearch(kinks, points.get(i)[0]) >= 0;
            if (jump && kink != open) {
                ends.add(new double[] {points.get(i)[0], points.get(i)[1 + component]});
            }
        }
        return columns(ends);
    }

    /** The kinks of the value, where it does not jump. */
    double[][] kinks() {
        double[] jumps = ends(0, false)[0];
        List<double[]> found = new ArrayList<>();
        for (double kink : kinks) {
            double value = point(kink)[1];
            if (Double.isFinite(value) && Arrays.binarySearch(jumps, kink) < 0) {
                found.add(new double[] {kink, value});
            }
        }
        return columns(found);
    }

    private static double[][] columns(List<double[]> pairs) {
        double[][] columns = new double[2][pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            columns[0][i] = pairs.get(i)[0];
            columns[1][i] = pairs.get(i)[1];
        }
        return columns;
    }
}
