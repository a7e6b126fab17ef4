package lossctl.catalog.embedding;

import lossctl.loss.Samples;
import lossctl.num.Twofold;

/** The dot product of the predictions of two samples. */
final class Dot {
    private Dot() {}

    /** In two doubles. */
    static Twofold exact(Samples samples, int i, int j) {
        int width = samples.outputs();
        double[] all = samples.prediction();
        Twofold sum = Twofold.of(0);
        for (int d = 0; d < width; d++) {
            sum = sum.plus(Twofold.product(all[i * width + d], all[j * width + d]));
        }
        return sum;
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
