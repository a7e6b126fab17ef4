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
        return top + Elementary.log1p(others(x, from, to, best));
    }

    static double logSumExpMinus(double[] x, int k, int target) {
        int best = largest(x, 0, k);
        if (best == target || x[best] == x[target]) {
            return Elementary.log1p(others(x, 0, k, target));
        }
        return x[best] - x[target] + Elementary.log1p(others(x, 0, k, best));
    }

    /** The sum of e^(x[i] - x[base]) over all i but {@code base}. */
    private static double others(double[] x, int from, int to, int base) {
        CompensatedSum others = new CompensatedSum();
        for (int i = from; i < to; i++) {
            if (i != base) {
                others.add(expOfDifference(x[i], x[base]));
            }
        }
        return others.value();
    }

    static void softmax(double[] x, double[] out) {
        int best = largest(x, 0, x.length);
        if (best < 0) {
            return;
        }
        double top = x[best];
        CompensatedSum all = new CompensatedSum();
        for (int i = 0; i < x.length; i++) {
            out[i] = expOfDifference(x[i], top);
            all.add(out[i]);
        }
        double sum = all.value();
        for (int i = 0; i < x.length; i++) {
            out[i] /= sum;
        }
    }

    static double expOfDifference(double a, double b) {
        double difference = a - b;
        double power = Elementary.exp(difference);
        if (power == 0) {
            return 0;
        }
        double shift = difference - a;
        double rest = a - (difference - shift) - (b + shift);
        return Math.abs(rest) < 1 ? power + power * rest : power;
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
