package lossctl.catalog.embedding;

import lossctl.loss.Samples;
import lossctl.num.CompensatedSum;

/** The dot product of the predictions of two samples. */
final class Dot {
    private Dot() {}

    static double of(Samples samples, int i, int j) {
        int width = samples.outputs();
        double[] all = samples.prediction();
        CompensatedSum sum = new CompensatedSum();
        for (int d = 0; d < width; d++) {
            sum.addProduct(all[i * width + d], all[j * width + d]);
        }
        return sum.value();
    }

    /** Adds the derivative of the product times a factor. */
    static void addSlope(Samples samples, int i, int j, double factor, double[] gradient) {
        int width = samples.outputs();
        double[] all = samples.prediction();
        for (int d = 0; d < width; d++) {
            gradient[i * width + d] += factor * all[j * width + d];
            gradient[j * width + d] += factor * all[i * width + d];
        }
    }
}
