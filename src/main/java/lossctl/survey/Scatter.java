package lossctl.survey;

import java.util.Arrays;
import java.util.Comparator;

/** Points one by one while they are few; of more there are none, and a {@link Grid} takes their place. */
public final class Scatter {
    /** As many points as can still be told apart. */
    public static final int MOST = 2_000;

    private double[][] points = new double[64][];
    private long n;

    void add(double x, double y) {
        if (n < MOST) {
            push(new double[] {x, y});
        } else {
            points = null;
            n++;
        }
    }

    private void push(double[] point) {
        if (n == points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[(int) n++] = point;
    }

    /** Whether points are still kept. */
    boolean isOpen() {
        return points != null;
    }

    void merge(Scatter other) {
        if (n + other.n > MOST) {
            n += other.n;
            points = null;
            return;
        }
        for (int i = 0; i < other.n; i++) {
            push(other.points[i]);
        }
    }

    /** The points as {@code [x, y]}, sorted by x and then y; null where they are too many. */
    public double[][] points() {
        if (points == null) {
            return null;
        }
        double[][] sorted = Arrays.copyOf(points, (int) n);
        Arrays.sort(sorted, new Comparator<double[]>() {
            @Override
            public int compare(double[] a, double[] b) {
                int order = Double.compare(a[0], b[0]);
                return order != 0 ? order : Double.compare(a[1], b[1]);
            }
        });
        return sorted;
    }
}
