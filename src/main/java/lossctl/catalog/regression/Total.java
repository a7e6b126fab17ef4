package lossctl.catalog.regression;

import lossctl.loss.Samples;
import lossctl.num.Dyadic;
import lossctl.num.ExactSum;
import lossctl.num.Unbounded;

/** Sums over the truths of all samples and outputs, each with its sample's weight. */
final class Total {
    /** Above it the error of a product is a double. */
    private static final double LEAST = 0x1p-900;

    private Total() {}

    /** Adds the exact {@code weight x value^2}. */
    static void addProduct(ExactSum sum, double weight, double value) {
        double product = weight * value;
        if (!(Math.abs(product) >= LEAST && Math.abs(product) <= Double.MAX_VALUE)) {
            sum.addProduct(weight, value, value, 0);
            return;
        }
        sum.addProduct(product, value);
        sum.addProduct(Math.fma(weight, value, -product), value);
    }

    /** Adds the weighted size of a residual, which may be past the range of doubles. */
    static void addSize(ExactSum sum, double weight, double truth, double prediction) {
        double e = Math.abs(prediction - truth);
        if (e <= Double.MAX_VALUE) {
            sum.addProduct(weight, e);
            return;
        }
        double half = Math.abs(prediction / 2 - truth / 2);
        sum.addProduct(weight, half);
        sum.addProduct(weight, half);
    }

    /** Adds the weighted square of a residual, which may be past the range of doubles. */
    static void addSquare(ExactSum sum, double weight, double truth, double prediction) {
        double e = prediction - truth;
        if (Math.abs(e) <= Double.MAX_VALUE) {
            addProduct(sum, weight, e);
            return;
        }
        double half = prediction / 2 - truth / 2;
        for (int i = 0; i < 4; i++) {
            addProduct(sum, weight, half);
        }
    }

    /** A residual of any size. */
    static Unbounded error(double truth, double prediction) {
        double e = prediction - truth;
        return Math.abs(e) <= Double.MAX_VALUE
                ? Unbounded.of(e)
                : Unbounded.of(prediction / 2 - truth / 2).times(2);
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

    /** The greatest truth less the least, of samples that weigh anything. */
    static Dyadic range(Samples samples) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < samples.truth().length; i++) {
            if (samples.weight(i / samples.outputs()) > 0) {
                least = Math.min(least, samples.truth()[i]);
                greatest = Math.max(greatest, samples.truth()[i]);
            }
        }
        return Dyadic.of(greatest).minus(Dyadic.of(least));
    }
}
