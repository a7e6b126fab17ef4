package lossctl.plot;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines at the edges of a frame, and at gaps. */
final class Clip {
    /** Points that are nearer than this to the one before add nothing that could be seen. */
    private static final double NEAR = 0.2;

    private final Frame frame;
    private final List<double[][]> pieces = new ArrayList<>();
    private double[] xs = new double[16];
    private double[] ys = new double[16];
    private int size;

    private Clip(Frame frame) {
        this.frame = frame;
    }

    /** The pieces of a line that lie within the frame, each {@code {xs, ys}}; it is broken where a place is NaN. */
    static List<double[][]> line(double[] x, double[] y, Frame frame) {
        Clip clip = new Clip(frame);
        for (int i = 0; i < x.length; i++) {
            boolean here = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
            boolean before = i > 0 && !Double.isNaN(x[i - 1]) && !Double.isNaN(y[i - 1]);
            boolean after = i + 1 < x.length && !Double.isNaN(x[i + 1]) && !Double.isNaN(y[i + 1]);
            if (here && before) {
                clip.segment(x[i - 1], y[i - 1], x[i], y[i]);
            } else if (here && !after) {
                clip.segment(x[i], y[i], x[i], y[i]);
            } else {
                clip.end();
            }
        }
        clip.end();
        return clip.pieces;
    }

    /** Liang and Barsky 1984, doi:10.1145/357332.357333. */
    private void segment(double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double[] range = {0, 1};
        boolean inside = cut(-dx, x0 - frame.left(), range)
                && cut(dx, frame.right() - x0, range)
                && cut(-dy, y0 - frame.top(), range)
                && cut(dy, frame.bottom() - y0, range);
        if (!inside) {
            end();
            return;
        }
        if (size == 0 || range[0] > 0) {
            end();
            add(x0 + range[0] * dx, y0 + range[0] * dy);
        }
        add(range[1] == 1 ? x1 : x0 + range[1] * dx, range[1] == 1 ? y1 : y0 + range[1] * dy);
        if (range[1] < 1) {
            end();
        }
    }

    private static boolean cut(double p, double q, double[] range) {
        if (p == 0) {
            return q >= 0;
        }
        double t = q / p;
        if (p < 0) {
            range[0] = Math.max(range[0], t);
        } else {
            range[1] = Math.min(range[1], t);
        }
        return range[0] <= range[1];
    }

    private void add(double x, double y) {
        if (size == xs.length) {
            xs = java.util.Arrays.copyOf(xs, 2 * size);
            ys = java.util.Arrays.copyOf(ys, 2 * size);
        }
        // The last point replaces one that it is next to, so that ends stay where they are.
        boolean near = size > 1 && Math.abs(xs[size - 1] - x) < NEAR && Math.abs(ys[size - 1] - y) < NEAR;
        int at = near ? size - 1 : size++;
        xs[at] = x;
        ys[at] = y;
    }

    private void end() {
        if (size > 0) {
            pieces.add(new double[][] {java.util.Arrays.copyOf(xs, size), java.util.Arrays.copyOf(ys, size)});
        }
        size = 0;
    }
}
