package lossctl.stat;

import java.util.Arrays;

/** Holm's correction for several tests at once. Source: Holm 1979, Scandinavian Journal of Statistics 6, 65-70. */
public final class Holm {
    private Holm() {}

    /** The adjusted p-values, in the order given; a NaN stays one and counts as a test all the same. */
    public static double[] adjusted(double[] p) {
        Integer[] order = new Integer[p.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (i, k) -> Double.compare(p[i], p[k]));
        double[] adjusted = new double[p.length];
        double least = 0;
        for (int rank = 0; rank < order.length; rank++) {
            int i = order[rank];
            least = Math.max(least, Math.min(1, (p.length - rank) * p[i]));
            adjusted[i] = Double.isNaN(p[i]) ? Double.NaN : least;
        }
        return adjusted;
    }
}
