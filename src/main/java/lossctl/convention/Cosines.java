package lossctl.convention;

import lossctl.num.CompensatedSum;

/**
 * {@code offset + factor cos} of two vectors whose squared norms count as no less than {@code least}; NaN for a vector of
 * zeros where that is 0.
 */
record Cosines(double offset, double factor, double least) implements AnyRow {
    private static double dot(double[] a, double[] b) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < a.length; j++) {
            sum.addProduct(a[j], b[j]);
        }
        return sum.value();
    }

    private double norm(double[] vector) {
        return Math.sqrt(Math.max(least, dot(vector, vector)));
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        return offset + factor * (dot(truth, prediction) / (norm(truth) * norm(prediction)));
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        double first = norm(truth);
        double second = norm(prediction);
        double square = dot(prediction, prediction);
        double pull = square < least ? 0 : dot(truth, prediction) / (first * second) / (second * second);
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = factor * (truth[j] / (first * second) - pull * prediction[j]);
        }
    }
}
