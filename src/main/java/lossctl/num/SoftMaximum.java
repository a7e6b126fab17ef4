package lossctl.num;

/**
 * Sums of exponentials, scaled so that nothing overflows and the base's term is never rounded away. Differences in
 * exponents and the sums are carried in two doubles: neither a wide spread nor many classes cost digits.
 */
final class SoftMaximum {
    private SoftMaximum() {}

    static double logSumExp(double[] x, int from, int to) {
        int best = largest(x, from, to);
        if (best < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double top = x[best];
        return Math.abs(top) <= Double.MAX_VALUE ? top + Elementary.log1p(others(x, from, to, best)) : top;
    }

    static double logSumExpMinus(double[] x, int k, int target) {
        // beside the target itself the others may be large: their logarithm has less of an error than they have
        double others = others(x, 0, k, target);
        if (others <= Double.MAX_VALUE) {
            return Elementary.log1p(others);
        }
        int best = largest(x, 0, k);
        double rest = Elementary.log1p(others(x, 0, k, best));
        return x[best] - x[target] + rest;
    }

    static void softmax(double[] x, double[] out) {
        int best = largest(x, 0, x.length);
        if (best < 0) {
            return;
        }
        double top = x[best];
        double others = others(x, 0, x.length, best);
        double sum = 1 + others;
        double lost = (sum - 1 <= others ? others - (sum - 1) : 1 - (sum - others)) / sum;
        for (int i = 0; i < x.length; i++) {
            double part = (i == best ? 1 : expOfDifference(x[i], top)) / sum;
            out[i] = part - part * lost;
        }
    }

    static void logSoftmax(double[] x, double[] out) {
        int best = largest(x, 0, x.length);
        if (best < 0) {
            return;
        }
        double top = x[best];
        double rest = Elementary.log1p(others(x, 0, x.length, best));
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] - top - rest;
        }
    }

    /** The sum of e^(x[i] - x[base]) over all i but the base, as a {@link CompensatedSum} has it. */
    private static double others(double[] x, int from, int to, int base) {
        double top = x[base];
        double sum = 0;
        double rest = 0;
        for (int i = from + 1; i < to; i++) {
            // the base is left out without a branch: which one it is is as good as random
            double power = expOfDifference(x[i - 1 - (base - i >> 31)], top);
            double total = sum + power;
            double shift = total - sum;
            rest += sum - (total - shift) + (power - shift);
            sum = total;
        }
        return sum + rest;
    }

    static double expOfDifference(double a, double b) {
        double difference = a - b;
        double shift = difference - a;
        return Exponential.of(difference, a - (difference - shift) - (b + shift));
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
