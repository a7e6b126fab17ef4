package lossctl.convention;

import lossctl.loss.Domain;
import lossctl.loss.RowLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/** The Kullback-Leibler divergence of two rows that are told by their logarithms: {@code sum of e^t (t - x)}. */
record LogRows() implements RowLoss {
    @Override
    public double value(double[] truth, double[] prediction) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < truth.length; j++) {
            sum.addProduct(Elementary.exp(truth[j]), truth[j] - prediction[j]);
        }
        return sum.value();
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        for (int j = 0; j < truth.length; j++) {
            gradient[j] = -Elementary.exp(truth[j]);
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
}
