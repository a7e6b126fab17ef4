package lossctl.convention;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Input;
import lossctl.loss.RowLoss;
import lossctl.loss.TupleLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * The mean over classes of the cross-entropy of each class's own score, for flags and weights of any value; the weights
 * are a further input. Source: torch/nn/functional.py, multilabel_soft_margin_loss.
 */
record TorchMultilabel() implements TupleLoss {
    /** The loss without weights. */
    static RowLoss plain() {
        return new Plain(new OpenRow(Sklearn.catalog("multilabel_soft_margin")));
    }

    private static double cost(double t, double x) {
        return t * Elementary.softplus(-x) + (1 - t) * Elementary.softplus(x);
    }

    /** Without weights: 0 times a logarithm that is infinite is NaN. */
    private record Plain(RowLoss loss) implements AnyRow {
        @Override
        public double value(double[] truth, double[] prediction) {
            for (int j = 0; j < truth.length; j++) {
                if (Double.isInfinite(prediction[j]) && Double.isNaN(cost(truth[j], prediction[j]))) {
                    return Double.NaN;
                }
            }
            return loss.value(truth, prediction);
        }

        @Override
        public void gradient(double[] truth, double[] prediction, double[] gradient) {
            loss.gradient(truth, prediction, gradient);
        }

        @Override
        public void hessian(double[] truth, double[] prediction, double[] diagonal) {
            loss.hessian(truth, prediction, diagonal);
        }
    }

    @Override
    public double value(double[] truth, double[][] vectors) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < truth.length; j++) {
            sum.addProduct(vectors[1][j], cost(truth[j], vectors[0][j]));
        }
        return sum.value() / truth.length;
    }

    @Override
    public void gradient(double[] truth, double[][] vectors, double[][] gradients) {
        plain().gradient(truth, vectors[0], gradients[0]);
        for (int j = 0; j < truth.length; j++) {
            gradients[0][j] *= vectors[1][j];
            gradients[1][j] = cost(truth[j], vectors[0][j]) / truth.length;
        }
    }

    @Override
    public void hessian(double[] truth, double[][] vectors, double[] diagonal) {
        plain().hessian(truth, vectors[0], diagonal);
        for (int j = 0; j < truth.length; j++) {
            diagonal[j] *= vectors[1][j];
        }
    }

    @Override
    public Domain truth() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input("weight", prediction(), Input.Width.AS_PREDICTION, "what each element weighs"));
    }
}
