package lossctl.convention;

import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;

/** The Jensen-Shannon divergence of two rows that are told by their logarithms, as torchmetrics computes it. */
record LogMiddles() implements AnyRow {
    /** Rounded to single precision, as there. */
    private static final double LOG2 = 0.693147180559945f;

    private static double middle(double a, double b) {
        double top = Math.max(a, b);
        return top == Double.NEGATIVE_INFINITY
                ? top
                : top + Elementary.log1p(Elementary.exp(Math.min(a, b) - top)) - LOG2;
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < truth.length; j++) {
            double middle = middle(truth[j], prediction[j]);
            sum.addProduct(Elementary.exp(truth[j]) / 2, truth[j] - middle);
            sum.addProduct(Elementary.exp(prediction[j]) / 2, prediction[j] - middle);
        }
        return sum.value();
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        for (int j = 0; j < truth.length; j++) {
            double x = prediction[j];
            double p = Elementary.exp(x);
            double share = Elementary.sigmoid(x - truth[j]);
            gradient[j] = (p * (x - middle(truth[j], x) + 1) - (p + Elementary.exp(truth[j])) * share) / 2;
        }
    }
}
