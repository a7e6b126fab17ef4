package lossctl.catalog.segmentation;

import java.util.Arrays;
import lossctl.loss.Samples;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.ExactSum;

/** The Lovasz extension of the Jaccard loss: errors in falling order, each times what it adds to the set's loss. */
final class Lovasz {
    /** The unit of weights whose sum is past the range of doubles, as their shares are not. */
    private static final double GREAT = 0x1p60;

    private final Integer[] order;
    private final double[] steps;

    /** {@code member} says which samples are in the true set, {@code weights} as how many samples each counts. */
    Lovasz(double[] errors, boolean[] member, double[] weights) {
        order = new Integer[errors.length];
        ExactSum members = new ExactSum();
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            members.add(member[i] ? weights[i] : 0);
        }
        double all = members.value();
        Arrays.sort(order, (i, j) -> Double.compare(errors[j], errors[i]));
        steps = new double[errors.length];
        double missed = 0;
        double union = all;
        for (int i : order) {
            double weight = weights[i];
            if (member[i]) {
                missed += weight;
                steps[i] = weight == 0 ? 0 : weight / union;
            } else if (weight > 0) {
                double before = union;
                union += weight;
                // the difference of two shares, as a product of two: products of weights may be past the range of
                // doubles; the first of samples that are all outside is the loss
                steps[i] = before == 0 ? 1 : (all - missed) / before * (weight / union);
            }
        }
    }

    /** As how many samples each counts: none that is ignored. */
    static double[] weights(Samples samples) {
        double[] weights = new double[samples.count()];
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            double weight = samples.weight(i);
            weights[i] = weight > 0 ? weight : 0;
            all += weights[i];
        }
        if (all == 0) {
            throw new UndefinedLoss("every weight is 0");
        }
        if (Double.isInfinite(all)) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= GREAT;
            }
        }
        return weights;
    }

    /** What each error adds to the loss, per unit. */
    double[] steps() {
        return steps;
    }

    /** The loss; errors below 0 count as 0. */
    double value(double[] errors) {
        CompensatedSum sum = new CompensatedSum();
        // in falling order: the same bits in whatever order the samples come
        for (int i : order) {
            sum.addProduct(steps[i], Math.max(0, errors[i]));
        }
        return sum.value();
    }
}
