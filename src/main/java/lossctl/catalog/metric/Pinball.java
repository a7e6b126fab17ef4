package lossctl.catalog.metric;

import lossctl.num.Dyadic;
import lossctl.num.ExactSum;

/**
 * The sums of which the pinball loss is made: of an excess {@code e}, weighed, what is above 0 less {@code tau} of all.
 * Exact, as the excess is never rounded.
 */
final class Pinball {
    private final ExactSum above = new ExactSum();
    private final ExactSum all = new ExactSum();

    /** Adds {@code weight x value} to all, and to what is above 0. */
    void add(double weight, double value, boolean isAbove) {
        all.addProduct(weight, value);
        if (isAbove) {
            above.addProduct(weight, value);
        }
    }

    /** What is above 0, less {@code tau} of all. */
    Dyadic loss(double tau) {
        return above.dyadic().minus(Dyadic.of(tau).times(all.dyadic()));
    }

    /** The loss of predictions. */
    static Dyadic loss(double tau, double[] truths, double[] predictions, double[] weights) {
        Pinball sums = new Pinball();
        for (int i = 0; i < truths.length; i++) {
            double weight = weights == null ? 1 : weights[i];
            sums.add(weight, predictions[i], predictions[i] > truths[i]);
            sums.add(-weight, truths[i], predictions[i] > truths[i]);
        }
        return sums.loss(tau);
    }

    /** The loss of a constant, of which only {@code below} is a double: no truth lies between both. */
    static Dyadic loss(double tau, double[] truths, Dyadic constant, double below, double[] weights) {
        Pinball factors = new Pinball();
        Pinball products = new Pinball();
        for (int i = 0; i < truths.length; i++) {
            double weight = weights == null ? 1 : weights[i];
            factors.add(weight, 1, truths[i] <= below);
            products.add(weight, truths[i], truths[i] <= below);
        }
        return constant.times(factors.loss(tau)).minus(products.loss(tau));
    }
}
