package lossctl.convention;

import java.util.Arrays;
import lossctl.catalog.Catalog;
import lossctl.loss.Loss;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.num.Tensor;

/**
 * The cross-entropy of logits against what each class counts: the truth's share of a class times the class's weight, so
 * that a row need not sum to 1. The catalogue's {@code cce} with wider doors; a logit of +Infinity or NaN makes NaN of the
 * whole row, as in PyTorch, and so does a logit of -Infinity that is multiplied by 0.
 */
record CodedCrossEntropy(RowLoss loss) implements AnyRow {
    /** What a class counts that PyTorch multiplies by 0, where one that is 0 is not looked at. */
    static final double TIMES_ZERO = -0.0;

    CodedCrossEntropy() {
        this(scores());
    }

    private static RowLoss scores() {
        Spec spec = Catalog.find("cce");
        Loss loss = spec.create(spec.defaults().with("from_logits", true));
        return (RowLoss) loss;
    }

    /** Slopes with NaN for every row whose softmax is none, whether the sample counts or not. */
    static Tensor lost(Tensor logits, int axis, Tensor slopes) {
        Tensor rows = logits.withLast(axis);
        double[] marked = slopes.withLast(axis).values().clone();
        int width = rows.length(-1);
        for (int from = 0; from < marked.length; from += width) {
            if (isLost(Arrays.copyOfRange(rows.values(), from, from + width))) {
                Arrays.fill(marked, from, from + width, Double.NaN);
            }
        }
        return new Tensor(marked, rows.shape()).withLastAt(axis);
    }

    private static boolean isLost(double[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        return !(Math.abs(most) <= Double.MAX_VALUE);
    }

    @Override
    public double value(double[] truth, double[] prediction) {
        return isLost(prediction) || isCancelled(truth, prediction) ? Double.NaN : loss.value(truth, prediction);
    }

    private static boolean isCancelled(double[] truth, double[] logits) {
        for (int j = 0; j < truth.length; j++) {
            if (logits[j] == Double.NEGATIVE_INFINITY && 1 / truth[j] == Double.NEGATIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        loss.gradient(truth, prediction, gradient);
        if (isLost(prediction)) {
            Arrays.fill(gradient, Double.NaN);
        }
    }

    @Override
    public void hessian(double[] truth, double[] prediction, double[] diagonal) {
        loss.hessian(truth, prediction, diagonal);
    }
}
