package lossctl.catalog.segmentation;

import java.util.Arrays;
import lossctl.num.CompensatedSum;

/** The Lovasz extension of the Jaccard loss: errors in falling order, each times what it adds to the set's loss. */
final class Lovasz {
    private final Integer[] order;
    private final double[] steps;

    /** {@code member} says which samples are in the true set. */
    Lovasz(double[] errors, boolean[] member) {
        order = new Integer[errors.length];
        int all = 0;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            all += member[i] ? 1 : 0;
        }
        Arrays.sort(order, (i, j) -> Double.compare(errors[j], errors[i]));
        steps = new double[errors.length];
        int missed = 0;
        int wrong = 0;
        for (int n = 0; n < order.length; n++) {
            missed += member[order[n]] ? 1 : 0;
            wrong += member[order[n]] ? 0 : 1;
            // the difference of two shares, as one quotient
            double union = all + wrong;
            steps[order[n]] = member[order[n]]
                    ? 1 / union
                    : all == 0 ? wrong == 1 ? 1 : 0 : (all - missed) / (union * (union - 1));
        }
    }

    /** What each error adds to the loss, per unit. */
    double[] steps() {
        return steps;
    }

    /** The loss; errors below 0 count as 0. */
    double value(double[] errors) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < errors.length; i++) {
            sum.addProduct(steps[i], Math.max(0, errors[i]));
        }
        return sum.value();
    }
}
