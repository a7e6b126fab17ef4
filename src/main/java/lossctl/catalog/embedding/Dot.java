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
    static void addSlope(Samples samples, int i, int j, Twofold factor, Twofold[] gradient) {
        int width = samples.outputs();
        double[] all = samples.prediction();
        for (int d = 0; d < width; d++) {
            int one = i * width + d;
            int other = j * width + d;
            gradient[one] = gradient[one].plusOrNothing(factor.times(all[other]), Distance.NOTHING);
            gradient[other] = gradient[other].plusOrNothing(factor.times(all[one]), Distance.NOTHING);
        }
    }
}
