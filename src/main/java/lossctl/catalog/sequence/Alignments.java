package lossctl.catalog.sequence;

import java.util.Arrays;
import lossctl.num.Elementary;

/**
 * All ways to spread a list of labels over the steps of a sequence, with blanks between and each label as long as it
 * takes: the forward and backward sums of Graves et al. 2006, in logarithms.
 */
final class Alignments {
    private final double[][] logs;
    private final int[] path;

    /** {@code logs} are the log-probabilities of each class, a row a step. */
    Alignments(double[][] logs, int[] labels, int blank) {
        this.logs = logs;
        path = new int[2 * labels.length + 1];
        Arrays.fill(path, blank);
        for (int i = 0; i < labels.length; i++) {
            path[2 * i + 1] = labels[i];
        }
    }

    /** Whether a label may follow the one before it without a blank between. */
    private boolean skips(int s) {
        return s >= 2 && s % 2 == 1 && path[s] != path[s - 2];
    }

    /** The logarithm of the probability of all beginnings that are at each place of the path, after each step. */
    private double[][] forward() {
        double[][] sums = new double[logs.length][path.length];
        double[] terms = new double[3];
        for (int t = 0; t < logs.length; t++) {
            for (int s = 0; s < path.length; s++) {
                terms[0] = t == 0 ? s < 2 ? 0 : Double.NEGATIVE_INFINITY : sums[t - 1][s];
                terms[1] = t > 0 && s > 0 ? sums[t - 1][s - 1] : Double.NEGATIVE_INFINITY;
                terms[2] = t > 0 && skips(s) ? sums[t - 1][s - 2] : Double.NEGATIVE_INFINITY;
                sums[t][s] = Elementary.logSumExp(terms, 0, 3) + logs[t][path[s]];
            }
        }
        return sums;
    }

    /** The same of all ends that follow, the step itself not among them. */
    private double[][] backward() {
        double[][] sums = new double[logs.length][path.length];
        double[] terms = new double[3];
        for (int t = logs.length - 1; t >= 0; t--) {
            for (int s = path.length - 1; s >= 0; s--) {
                boolean last = t == logs.length - 1;
                terms[0] = last ? s + 2 < path.length ? Double.NEGATIVE_INFINITY : 0 : next(sums, t, s);
                terms[1] = !last && s + 1 < path.length ? next(sums, t, s + 1) : Double.NEGATIVE_INFINITY;
                terms[2] =
                        !last && s + 2 < path.length && skips(s + 2) ? next(sums, t, s + 2) : Double.NEGATIVE_INFINITY;
                sums[t][s] = Elementary.logSumExp(terms, 0, 3);
            }
        }
        return sums;
    }

    private double next(double[][] sums, int t, int s) {
        return sums[t + 1][s] + logs[t + 1][path[s]];
    }

    /** The negative logarithm of the probability of all alignments; Infinity where there is none. */
    double cost() {
        if (logs.length == 0) {
            return path.length == 1 ? 0 : Double.POSITIVE_INFINITY;
        }
        return cost(forward()[logs.length - 1]);
    }

    private double cost(double[] end) {
        return 0 - Elementary.logSumExp(end, Math.max(0, path.length - 2), path.length);
    }

    /** How probable each class is at each step, among the alignments; NaN where there is none. */
    double[][] occupation() {
        double[][] occupation = new double[logs.length][];
        double[][] forward = forward();
        double[][] backward = backward();
        for (int t = 0; t < logs.length; t++) {
            occupation[t] = new double[logs[t].length];
            double cost = cost(forward[logs.length - 1]);
            for (int s = 0; s < path.length; s++) {
                occupation[t][path[s]] += cost == Double.POSITIVE_INFINITY
                        ? Double.NaN
                        : Elementary.exp(forward[t][s] + backward[t][s] + cost);
            }
        }
        return occupation;
    }
}
