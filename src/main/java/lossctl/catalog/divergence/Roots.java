package lossctl.catalog.divergence;

import lossctl.num.CompensatedSum;

/** Distances of the square roots of two rows. */
final class Roots {
    private Roots() {}

    /** sqrt(t) - sqrt(p), without cancellation. */
    static double difference(double t, double p) {
        return t == p ? 0 : (t - p) / (Math.sqrt(t) + Math.sqrt(p));
    }

    /** Half the sum of the squared differences. */
    static double halfSquares(double[] truth, double[] prediction) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < truth.length; j++) {
            double difference = difference(truth[j], prediction[j]);
            sum.addProduct(difference / 2, difference);
        }
        return sum.value();
    }
}
