package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.Interval;

/**
 * The generalized cross-entropy as Keras computes it: the probability of the class is a sum of products with 0 and 1, so
 * that an infinite slope at 0 makes NaN of the derivatives by all others. Source: keras/src/losses/losses.py.
 */
record KerasGce(RowLoss loss) implements RowLoss {
    @Override
    public double value(double[] truth, double[] prediction) {
        return loss.value(truth, prediction);
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        loss.gradient(truth, prediction, gradient);
        int label = (int) truth[0];
        if (label >= 0 && label < gradient.length && Double.isInfinite(gradient[label])) {
            double own = gradient[label];
            Arrays.fill(gradient, Double.NaN);
            gradient[label] = own;
        }
    }

    @Override
    public Domain truth() {
        return loss.truth();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
