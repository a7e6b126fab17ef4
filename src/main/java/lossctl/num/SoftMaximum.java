package lossctl.num;

/** Sums of exponentials, scaled so that nothing overflows and the largest term is never rounded away. */
final class SoftMaximum {
    private SoftMaximum() {}

    static double logSumExp(double[] x, int from, int to) {
        int best = largest(x, from, to);
        if (best < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double top = x[best];
        if (!(Math.abs(top) <= Double.MAX_VALUE)) {
            return top;
        }
        double others = 0;
        for (int i = from; i < to; i++) {
            if (i != best) {
                others += Elementary.exp(x[i] - top);
            }
        }
        return top + Elementary.log1p(others);
    }

    static double logSumExpMinus(double[] x, int k, int target) {
        int best = largest(x, 0, k);
        if (best == target || x[best] == x[target]) {
            double others = 0;
            for (int i = 0; i < k; i++) {
                if (i != target) {
                    others += Elementary.exp(x[i] - x[target]);
                }
            }
            return Elementary.log1p(others);
        }
        double others = 0;
        for (int i = 0; i < k; i++) {
            if (i != best) {
                others += Elementary.exp(x[i] - x[best]);
            }
        }
        return x[best] - x[target] + Elementary.log1p(others);
    }

    static void softmax(double[] x, double[] out) {
        int best = largest(x, 0, x.length);
        if (best < 0) {
            return;
        }
        double top = x[best];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            out[i] = Elementary.exp(x[i] - top);
            sum += out[i];
        }
        for (int i = 0; i < x.length; i++) {
            out[i] /= sum;
        }
    }

    /** The place of the first NaN, else of the first maximum; -1 for none. */
    private static int largest(double[] x, int from, int to) {
        int best = from < to ? from : -1;
        for (int i = from; i < to; i++) {
            if (x[i] != x[i]) {
                return i;
            }
            if (x[i] > x[best]) {
                best = i;
            }
        }
        return best;
    }
}
