package lossctl.catalog.regression;

import lossctl.loss.Samples;
import lossctl.num.ExactSum;
import lossctl.num.Twofold;

/** Sums over the truths of all samples and outputs, each with its sample's weight. */
final class Total {
    private Total() {}

    /** Adds the exact {@code weight x value^2}. */
    static void addProduct(ExactSum sum, double weight, double value) {
        double product = weight * value;
        sum.addProduct(product, value);
        sum.addProduct(Math.fma(weight, value, -product), value);
    }

    /** The weight of all values. */
    static ExactSum weight(Samples samples) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            sum.addProduct(samples.weight(i), samples.outputs());
        }
        return sum;
    }

    /** The sum of the truths. */
    static ExactSum truths(Samples samples) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < samples.truth().length; i++) {
            sum.addProduct(samples.weight(i / samples.outputs()), samples.truth()[i]);
        }
        return sum;
    }

    /** The sum of the squared truths. */
    static ExactSum squares(Samples samples) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < samples.truth().length; i++) {
            addProduct(sum, samples.weight(i / samples.outputs()), samples.truth()[i]);
        }
        return sum;
    }

    /** The root of the mean squared distance to the mean. */
    static Twofold deviation(Samples samples) {
        ExactSum weight = weight(samples);
        double mean = truths(samples).over(weight);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < samples.truth().length; i++) {
            addProduct(sum, samples.weight(i / samples.outputs()), samples.truth()[i] - mean);
        }
        return sum.sharpRootOver(weight);
    }

    /** The greatest truth less the least, of samples that weigh anything. */
    static Twofold range(Samples samples) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < samples.truth().length; i++) {
            if (samples.weight(i / samples.outputs()) > 0) {
                least = Math.min(least, samples.truth()[i]);
                greatest = Math.max(greatest, samples.truth()[i]);
            }
        }
        return Twofold.sum(greatest, -least);
    }
}
