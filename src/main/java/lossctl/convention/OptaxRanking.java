package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Manner;
import lossctl.loss.RowLoss;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/**
 * The listwise softmax of optax, with documents that do not count ({@code where}) and {@code weights} of their labels. A
 * list of which nothing counts has no loss; a mean of no lists is 0. Source: optax/losses/_ranking.py.
 */
final class OptaxRanking {
    private OptaxRanking() {}

    static Plan plan(Rule rule, Args args, Call call, Manner manner) {
        Tensor prediction = call.prediction();
        int[] shape = prediction.shape();
        double[] scores = prediction.values().clone();
        if (call.truth() == null) {
            throw new Refused("ranking_softmax_loss wants labels as y_true");
        }
        double[] labels = full(call.truth(), "y_true", shape).clone();
        Tensor weights = call.inputs().get("weights");
        for (int i = 0; weights != null && i < labels.length; i++) {
            labels[i] *= full(weights, "weights", shape)[i];
        }
        Shaped shaped = Shaped.along(prediction, -1);
        int width = shaped.outputs();
        double[] counted = new double[shaped.rows()];
        Arrays.fill(counted, call.inputs().containsKey("where") ? Double.NaN : 1);
        Tensor where = call.inputs().get("where");
        for (int i = 0; where != null && i < labels.length; i++) {
            if (full(where, "where", shape)[i] == 0) {
                labels[i] = 0;
                scores[i] = Double.NEGATIVE_INFINITY;
            } else {
                counted[i / width] = 1;
            }
        }
        OptaxRows.Unsafe unsafe = (OptaxRows.Unsafe) rule.loss(args);
        RowLoss loss = new OptaxRows.Unsafe(unsafe.loss(), where != null);
        Selection selection = new Selection(rule.spec(), rule.params(args), loss, manner);
        Shaped masked = Shaped.along(new Tensor(scores, shape), -1).truth(labels, width);
        Shaped samples = where == null ? masked : masked.weights(counted);
        if (samples.isEmpty(false)) {
            // nothing counts: a mean of 0, which a sum is as well
            return samples.plan(selection, Plan.Reduce.SUM);
        }
        return samples.plan(selection, Mathematics.reduce(call.reduction()));
    }

    private static double[] full(Tensor given, String name, int[] shape) {
        Tensor full = given.broadcast(shape);
        if (full == null) {
            throw new Refused(name + " of shape " + Arrays.toString(given.shape())
                    + " does not go together with logits of shape " + Arrays.toString(shape));
        }
        return full.values();
    }
}
