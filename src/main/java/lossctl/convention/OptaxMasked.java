package lossctl.convention;

import java.util.Arrays;
import lossctl.num.Elementary;
import lossctl.num.Tensor;

/**
 * The cross-entropy of a label among the scores that count. A truth is 1 at the label, 0 at other scores that count and NaN
 * at those that do not, of which the label's own, marked -1, is taken all the same. Where none counts there is no loss;
 * a label that is no class has NaN. Source: optax/losses/_classification.py.
 */
record OptaxMasked() implements AnyRow {
    private static final double TAKEN = -1;

    /** The truths of labels, with {@code where} of the shape of the scores or one a row. */
    static double[] marked(double[] labels, Tensor where, int classes) {
        double[] truth = OptaxCounted.marked(new double[labels.length * classes], where, classes);
        for (int i = 0; i < labels.length; i++) {
            // a negative label counts from the last class
            int label = (int) (labels[i] < 0 ? labels[i] + classes : labels[i]);
            if (label >= 0 && label < classes) {
                int at = i * classes + label;
                truth[at] = Double.isNaN(truth[at]) ? TAKEN : 1;
            }
        }
        return truth;
    }

    /** The scores that count, the others being -Infinity; null where none counts. */
    private static double[] counted(double[] truth, double[] scores) {
        double[] counted = scores.clone();
        boolean any = false;
        for (int j = 0; j < counted.length; j++) {
            boolean counts = truth[j] >= 0;
            any |= counts;
            counted[j] = counts ? counted[j] : Double.NEGATIVE_INFINITY;
        }
        return any ? counted : null;
    }

    /** Where the label is; -1 where it is no class. */
    private static int label(double[] truth) {
        int label = -1;
        for (int j = 0; j < truth.length; j++) {
            label = Math.abs(truth[j]) == 1 ? j : label;
        }
        return label;
    }

    @Override
    public double value(double[] truth, double[] scores) {
        double[] counted = counted(truth, scores);
        int label = label(truth);
        if (counted == null || label < 0) {
            return counted == null ? 0 : Double.NaN;
        }
        return truth[label] == TAKEN
                ? Elementary.logSumExp(counted, 0, counted.length) - scores[label]
                : Elementary.logSumExpMinus(counted, counted.length, label);
    }

    @Override
    public void gradient(double[] truth, double[] scores, double[] gradient) {
        double[] counted = counted(truth, scores);
        Arrays.fill(gradient, 0);
        if (counted != null) {
            Elementary.softmax(counted, gradient);
            int label = label(truth);
            if (label >= 0) {
                gradient[label] -= 1;
            }
        }
    }
}
