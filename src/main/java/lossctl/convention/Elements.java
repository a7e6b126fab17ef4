package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.num.CompensatedSum;

/**
 * A pointwise loss over a row: the sum of its elements, to a framework that sees each as a sample; or their mean, to one
 * that takes a list of numbers for one sample.
 */
record Elements(PointwiseLoss loss, boolean mean) implements RowLoss {
    private double divisor(int width) {
        return mean ? width : 1;
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < prediction.length; j++) {
            sum.add(loss.value(truth[j], prediction[j]));
        }
        return sum.value() / divisor(prediction.length);
    }

    @Override
    public PointwiseLoss element() {
        return mean ? null : loss;
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        for (int j = 0; j < prediction.length; j++) {
            gradient[j] = loss.slope(truth[j], prediction[j]) / divisor(prediction.length);
        }
    }

    @Override
    public void hessian(double[] truth, double[] prediction, double[] diagonal) {
        for (int j = 0; j < prediction.length; j++) {
            diagonal[j] = loss.curvature(truth[j], prediction[j]) / divisor(prediction.length);
        }
    }

    @Override
    public Domain truth() {
        return Domain.row(loss.truth().interval());
    }

    @Override
    public Domain prediction() {
        return Domain.row(loss.prediction().interval());
    }

    @Override
    public boolean isOverRows() {
        return mean;
    }
}
