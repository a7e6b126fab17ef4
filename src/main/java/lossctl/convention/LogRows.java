package lossctl.convention;

import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;

/** The Kullback-Leibler divergence of two rows that are told by their logarithms: {@code sum of e^t (t - x)}. */
record LogRows() implements AnyRow {
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
}
