package lossctl.convention;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.TupleLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * The triplet margin loss as optax computes it: powers of the differences themselves, not of their sizes, and {@code eps}
 * added to their sum. At the margin half the slope counts. Source: optax/losses/_self_supervised.py.
 */
record OptaxTriplet(double margin, double degree, double eps) implements TupleLoss {
    private double distance(double[] a, double[] b) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < a.length; i++) {
            sum.add(power(a[i] - b[i], degree));
        }
        return power(sum.value() + eps, 1 / degree);
    }

    private static double power(double x, double y) {
        return y == 1 ? x : y == 2 ? x * x : y == 0.5 ? Math.sqrt(x) : Elementary.pow(x, y);
    }

    @Override
    public double value(double[] truth, double[][] vectors) {
        return Math.max(0, distance(vectors[0], vectors[1]) - distance(vectors[0], vectors[2]) + margin);
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        double near = distance(vectors[0], vectors[1]);
        double far = distance(vectors[0], vectors[2]);
        double lack = near - far + margin;
        double share = lack > 0 ? 1 : lack == 0 ? 0.5 : 0;
        for (int i = 0; i < vectors[0].length; i++) {
            double pull = share * slope(vectors[0][i] - vectors[1][i], near);
            double push = share * slope(vectors[0][i] - vectors[2][i], far);
            gradients[0][i] = pull - push;
            gradients[1][i] = -pull;
            gradients[2][i] = push;
        }
    }

    /** The derivative of a distance by one of its differences. */
    private double slope(double difference, double distance) {
        return power(difference, degree - 1) * power(distance, 1 - degree);
    }

    @Override
    public Domain truth() {
        return Domain.none();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public List<Input> inputs() {
        Domain any = Domain.row(Interval.REAL);
        return List.of(
                new Input("positive", any, Input.Width.AS_PREDICTION, "a vector of the anchor's kind"),
                new Input("negative", any, Input.Width.AS_PREDICTION, "a vector of another kind"));
    }
}
