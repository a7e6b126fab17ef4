package lossctl.convention;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.TupleLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * The triplet margin loss as PyTorch computes it: {@code eps} is added to every difference before the norm. Where both
 * distances of a swap are equal, the derivative is shared. Source: ATen/native/Loss.cpp and Distance.cpp.
 */
record TorchTriplet(double margin, double p, double eps, boolean swap) implements TupleLoss {
    TorchTriplet {
        if (!(margin > 0)) {
            throw new Refused("margin must be greater than 0, got " + margin);
        }
    }

    @Override
    public double value(double[] truth, double[][] vectors) {
        double far = distance(vectors[0], vectors[2]);
        if (swap) {
            far = Math.min(far, distance(vectors[1], vectors[2]));
        }
        return Math.max(0, margin + distance(vectors[0], vectors[1]) - far);
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        for (double[] gradient : gradients) {
            java.util.Arrays.fill(gradient, 0);
        }
        double near = distance(vectors[0], vectors[1]);
        double far = distance(vectors[0], vectors[2]);
        double other = swap ? distance(vectors[1], vectors[2]) : Double.POSITIVE_INFINITY;
        if (margin + near - Math.min(far, other) < 0) {
            return;
        }
        addSlope(vectors, gradients, 0, 1, near, 1);
        double share = far < other ? 1 : far == other ? 0.5 : 0;
        addSlope(vectors, gradients, 0, 2, far, -share);
        if (swap) {
            addSlope(vectors, gradients, 1, 2, other, share - 1);
        }
    }

    private double distance(double[] a, double[] b) {
        CompensatedSum sum = new CompensatedSum();
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            double size = Math.abs(a[i] - b[i] + eps);
            most = Math.max(most, size);
            sum.add(p == 1 ? size : p == 2 ? size * size : Elementary.pow(size, p));
        }
        if (p == Double.POSITIVE_INFINITY) {
            return most;
        }
        return p == 1 ? sum.value() : p == 2 ? Math.sqrt(sum.value()) : Elementary.pow(sum.value(), 1 / p);
    }

    private void addSlope(double[][] vectors, double[][] gradients, int from, int to, double distance, double outer) {
        if (outer == 0 || distance == 0) {
            return;
        }
        int equals = 0;
        for (int i = 0; i < vectors[from].length; i++) {
            equals += Math.abs(vectors[from][i] - vectors[to][i] + eps) == distance ? 1 : 0;
        }
        for (int i = 0; i < vectors[from].length; i++) {
            double slope = slope(vectors[from][i] - vectors[to][i] + eps, distance, equals);
            gradients[from][i] += outer * slope;
            gradients[to][i] -= outer * slope;
        }
    }

    /** The greatest difference alone counts under a norm of infinite degree; equals share it. */
    private double slope(double d, double distance, int equals) {
        if (p == Double.POSITIVE_INFINITY) {
            return Math.abs(d) == distance ? Math.signum(d) / equals : 0;
        }
        if (p == 1 || d == 0) {
            return Math.signum(d);
        }
        return p == 2
                ? d / distance
                : Math.signum(d) * Elementary.pow(Math.abs(d), p - 1) / Elementary.pow(distance, p - 1);
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
