package lossctl.convention;

import lossctl.num.Elementary;

/** Numbers that torchmetrics takes for raw scores as soon as one of them is no probability. */
final class Activated {
    private Activated() {}

    /** Whether one of them lies outside [0, 1]. */
    static boolean isScored(double[] values) {
        for (double value : values) {
            if (!(value >= 0 && value <= 1)) {
                return true;
            }
        }
        return false;
    }

    /** Probabilities of a yes: sigmoids, where they are scores. */
    static double[] flags(double[] values) {
        if (!isScored(values)) {
            return values;
        }
        double[] p = new double[values.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = Elementary.sigmoid(values[i]);
        }
        return p;
    }

    /** Probabilities of classes, row by row: softmaxes, where they are scores. */
    static double[] rows(double[] values, int classes) {
        if (!isScored(values)) {
            return values;
        }
        double[] p = new double[values.length];
        double[] scores = new double[classes];
        double[] shares = new double[classes];
        for (int from = 0; from < p.length; from += classes) {
            System.arraycopy(values, from, scores, 0, classes);
            Elementary.softmax(scores, shares);
            System.arraycopy(shares, 0, p, from, classes);
        }
        return p;
    }
}
