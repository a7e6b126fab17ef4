package lossctl.catalog.metric;

import java.util.Arrays;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.ExactSum;

/** Values in ascending order, with their weights: their quantiles. Values that weigh nothing are left out. */
final class Ranked {
    private final double[] values;
    private final double[] weights;

    /** {@code weights} may be null: every weight is 1. */
    Ranked(double[] values, double[] weights) {
        this.weights = weights == null ? null : new double[values.length];
        if (weights == null) {
            this.values = values.clone();
            Arrays.sort(this.values);
            return;
        }
        Integer[] order = new Integer[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (weights[i] > 0) {
                order[count++] = i;
            }
        }
        if (count == 0) {
            throw new UndefinedLoss("every weight is 0");
        }
        Arrays.sort(order, 0, count, (i, j) -> Double.compare(values[i], values[j]));
        this.values = new double[count];
        for (int i = 0; i < count; i++) {
            this.values[i] = values[order[i]];
            this.weights[i] = weights[order[i]];
        }
    }

    /** The least value at which half the weight is reached; where it is exactly half, the mean with the next. */
    double median() {
        int at = place(0.5);
        boolean half = weights == null
                ? 2 * (at + 1) == values.length
                : passed(at, 0.5).signum() == 0;
        if (!half || values[at] == values[at + 1]) {
            return values[at];
        }
        return values[at] + (values[at + 1] - values[at]) / 2;
    }

    /** The least value at which the share {@code tau} of all the weight is reached. */
    double reaching(double tau) {
        return values[place(tau)];
    }

    /** The value next to {@link #between} that is not above it. */
    double below(double tau) {
        return values[placeBelow(tau)];
    }

    /** The exact {@code tau}-quantile of values that weigh the same, linear between neighbours. */
    Dyadic between(double tau) {
        int below = placeBelow(tau);
        Dyadic first = Dyadic.of(values[below]);
        if (below == values.length - 1) {
            return first;
        }
        Dyadic share = Dyadic.of(tau).times(Dyadic.of(values.length - 1)).minus(Dyadic.of(below));
        return first.plus(share.times(Dyadic.of(values[below + 1]).minus(first)));
    }

    private int placeBelow(double tau) {
        double place = Math.floor(tau * (values.length - 1));
        // the product is rounded: it may have come up to a whole number
        return (int) place - (Math.fma(tau, values.length - 1, -place) < 0 ? 1 : 0);
    }

    private int place(double tau) {
        if (weights == null) {
            double count = Math.ceil(tau * values.length);
            // the product is rounded; this is the exact question whether one less is enough, or one more needed
            count += Math.fma(tau, values.length, -count) > 0
                    ? 1
                    : Math.fma(tau, values.length, 1 - count) <= 0 ? -1 : 0;
            return (int) Math.max(count, 1) - 1;
        }
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (passed(middle, tau).signum() >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The weight up to and with this place, less the share {@code tau} of all. */
    private ExactSum passed(int at, double tau) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < values.length; i++) {
            sum.addProduct(-tau, weights[i]);
            if (i <= at) {
                sum.add(weights[i]);
            }
        }
        return sum;
    }
}
