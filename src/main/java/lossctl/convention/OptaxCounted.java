package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.RowLoss;
import lossctl.num.Tensor;

/**
 * A loss of the values that count, as {@code where} says; a truth of NaN does not. Where none counts there is no loss, and
 * vectors have a cosine of 0, whose derivative is no number unless their length is kept from 0.
 */
record OptaxCounted(RowLoss loss) implements AnyRow {
    /** Truths with NaN where {@code where}, of the same shape or one axis less, is 0. */
    static double[] marked(double[] truth, Tensor where, int outputs) {
        double[] marked = truth.clone();
        for (int i = 0; i < marked.length; i++) {
            int at = where.size() == marked.length ? i : i / outputs;
            marked[i] = where.values()[at] == 0 ? Double.NaN : marked[i];
        }
        return marked;
    }

    private static int[] counted(double[] truth) {
        int[] at = new int[truth.length];
        int kept = 0;
        for (int j = 0; j < truth.length; j++) {
            if (!Double.isNaN(truth[j])) {
                at[kept++] = j;
            }
        }
        return Arrays.copyOf(at, kept);
    }

    private static double[] only(double[] row, int[] at) {
        double[] kept = new double[at.length];
        for (int j = 0; j < at.length; j++) {
            kept[j] = row[at[j]];
        }
        return kept;
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        int[] at = counted(truth);
        if (at.length == 0) {
            return loss instanceof Cosines cosines ? cosines.offset() : 0;
        }
        return loss.value(only(truth, at), only(prediction, at));
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        int[] at = counted(truth);
        double[] slopes = new double[at.length];
        if (at.length > 0) {
            loss.gradient(only(truth, at), only(prediction, at), slopes);
        }
        boolean isLost = at.length == 0 && loss instanceof Cosines cosines && cosines.least() == 0;
        Arrays.fill(gradient, isLost ? Double.NaN : 0);
        for (int j = 0; j < at.length; j++) {
            gradient[at[j]] = slopes[j];
        }
    }
}
