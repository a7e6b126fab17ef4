package lossctl.convention;

import lossctl.loss.Samples;

/** Samples whose predictions are classes: single ones as they are, of a row of scores that of the first of the greatest. */
final class ToldClasses {
    private ToldClasses() {}

    static double[] of(Samples samples) {
        int width = samples.outputs();
        double[] scores = samples.prediction();
        if (width == 1) {
            return scores;
        }
        double[] told = new double[samples.count()];
        for (int i = 0; i < told.length; i++) {
            int best = 0;
            for (int j = 1; j < width; j++) {
                best = scores[i * width + j] > scores[i * width + best] ? j : best;
            }
            told[i] = best;
        }
        return told;
    }

    /** The same samples with these truths and classes told. */
    static Samples of(Samples samples, double[] truth, double[] told) {
        return new Samples(samples.count(), truth, 1, new double[][] {told}, new int[] {1}, samples.weights());
    }
}
