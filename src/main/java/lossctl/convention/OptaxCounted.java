package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.RowLoss;
import lossctl.num.Tensor;

/**
 * A loss of the values that count, as {@code where} says; a truth of NaN does not. Where none counts there is no loss,
 * unless it is a ratio.
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

    private boolean isNothing(int[] at) {
        return at.length == 0 && !(loss instanceof Cosines);
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        int[] at = counted(truth);
        return isNothing(at) ? 0 : loss.value(only(truth, at), only(prediction, at));
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        int[] at = counted(truth);
        double[] slopes = new double[at.length];
        if (!isNothing(at)) {
            loss.gradient(only(truth, at), only(prediction, at), slopes);
        }
        Arrays.fill(gradient, 0);
        for (int j = 0; j < at.length; j++) {
            gradient[at[j]] = slopes[j];
        }
    }
}
