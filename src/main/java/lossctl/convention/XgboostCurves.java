package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.ExactSum;
import lossctl.num.Tensor;

/**
 * Areas under curves of several classes, each against the rest, weighed by how much of the truth is of it; NaN where a
 * class has no curve. Source: xgboost/src/metric/auc.cc.
 */
final class XgboostCurves {
    private XgboostCurves() {}

    /** Null where there is one score a sample. */
    static Plan plan(Rule rule, Args args, Call call, Manner manner) {
        Tensor scores = call.prediction();
        if (scores.rank() != 2 || scores.length(1) < 2 || call.truth() == null) {
            return null;
        }
        int rows = scores.length(0);
        int classes = scores.length(1);
        double[] truth = call.truth().values();
        double[] weights = call.weight() == null ? null : call.weight().values();
        if (truth.length != rows || weights != null && weights.length != rows) {
            throw new Refused("labels and weights are to be one a row of predictions");
        }
        for (double label : truth) {
            if (!(label >= 0 && label < classes && label == Math.rint(label))) {
                throw new Refused("label " + label + " is none of " + classes + " classes");
            }
        }
        Selection selection = new Selection(rule.spec(), rule.params(args), rule.loss(args), manner);
        List<Part> parts = new ArrayList<>();
        double[] counts = new double[classes];
        for (int c = 0; c < classes; c++) {
            double[] flags = new double[rows];
            double[] column = new double[rows];
            ExactSum count = new ExactSum();
            for (int i = 0; i < rows; i++) {
                flags[i] = truth[i] == c ? 1 : 0;
                column[i] = scores.values()[i * classes + c];
                count.addProduct(flags[i], weights == null ? 1 : weights[i]);
            }
            counts[c] = count.value();
            parts.add(new Part(selection, rows, flags, 1, column, 1, List.of(), List.of(), new int[0], weights));
        }
        return new Plan(
                parts,
                Plan.Reduce.MEAN,
                counts,
                Arrays.stream(counts).sum(),
                flat -> SklearnTold.weighed(flat, counts),
                flat -> flat,
                List.of(),
                false);
    }
}
