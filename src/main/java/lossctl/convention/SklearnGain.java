package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Manner;
import lossctl.loss.RowLoss;
import lossctl.loss.RowMetric;
import lossctl.loss.Selection;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Tensor;

/**
 * The discounted gain of a list whose equal scores share their places; a list of nothing gains nothing. Source:
 * sklearn/metrics/_ranking.py, dcg_score and ndcg_score.
 *
 * @param loss the gain
 * @param k how many places count
 * @param ignoresTies whether equal scores stand in the order that sorting leaves them in
 */
record SklearnGain(RowLoss loss, int k, boolean ignoresTies) implements RowMetric {
    static SklearnGain of(Rule rule, Args args) {
        RowLoss shared = (RowLoss) rule.spec().create(rule.params(args).with("ties", "shared"));
        return new SklearnGain(
                shared, args.isSet("k") ? args.integer("k") : Integer.MAX_VALUE, args.flag("ignore_ties"));
    }

    static Plan plan(Rule rule, Args args, Call call, Manner manner) {
        Tensor truth = call.truth();
        if (truth.rank() != 2 || truth.length(1) < 2) {
            throw new Refused(rule.names().get(0) + " takes rows of two documents or more");
        }
        if (!Arrays.equals(truth.shape(), call.prediction().shape())) {
            throw new Refused("y_true and y_score have different shape");
        }
        Shaped shaped = Sklearn.samples(call.prediction()).truth(truth.values(), truth.length(1));
        Sklearn.weigh(shaped, call, shaped.rows());
        return shaped.plan(new Selection(rule.spec(), rule.params(args), of(rule, args), manner), Plan.Reduce.MEAN);
    }

    @Override
    public double value(double[] truth, double[] scores) {
        if (ignoresTies && dependsOnTies(truth, scores)) {
            throw new UndefinedLoss(
                    "equal scores have unequal truths: which comes first depends on the machine where ties are ignored");
        }
        try {
            return loss.value(truth, scores);
        } catch (UndefinedLoss e) {
            return 0;
        }
    }

    /** NumPy's sort is not stable, and another one on other processors. */
    private boolean dependsOnTies(double[] truth, double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            int before = 0;
            boolean unequal = false;
            for (int j = 0; j < scores.length; j++) {
                before += scores[j] > scores[i] ? 1 : 0;
                unequal |= scores[j] == scores[i] && truth[j] != truth[i];
            }
            if (unequal && before < k) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Domain truth() {
        return loss.truth();
    }

    @Override
    public Domain prediction() {
        return loss.prediction();
    }
}
