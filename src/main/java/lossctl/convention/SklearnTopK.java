package lossctl.convention;

import java.util.Arrays;
import lossctl.loss.ClassMetric;
import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.Interval;
import lossctl.num.Tensor;

/**
 * Whether the true class is among the greatest scores, the later class first where they are equal. Source:
 * sklearn/metrics/_ranking.py, top_k_accuracy_score.
 *
 * @param k how many scores count
 */
record SklearnTopK(int k) implements ClassMetric {
    SklearnTopK {
        if (k < 1) {
            throw new Refused("'k' is to be 1 or more, not " + k);
        }
    }

    static Plan plan(Rule rule, Args args, Call call, Manner manner) {
        Tensor scores = call.prediction();
        int rows = scores.rank() == 0 ? 1 : scores.length(0);
        Tensor labels = args.tensor("labels");
        SklearnLabels known = SklearnLabels.of(labels == null ? call.truth() : labels);
        boolean several = isOfSeveral(call.truth(), labels);
        if (several ? scores.rank() != 2 : scores.size() != rows) {
            throw new Refused(
                    several
                            ? "y_score is to have a row a sample, as y_true has several classes"
                            : "y_true is binary, while y_score has several columns: give 'labels'");
        }
        int classes = several ? scores.length(1) : 2;
        if (known.count() != classes) {
            throw new Refused("y_score has " + classes + " classes for " + known.count() + " labels");
        }
        SklearnTopK loss = new SklearnTopK(args.integer("k"));
        double[] truth = known.indices(call.truth()).values();
        Shaped shaped = several
                ? Sklearn.samples(scores)
                : Sklearn.samples(new Tensor(loss.k > 1 ? truth : yesOrNo(scores.values()), rows));
        shaped.truth(truth, 1);
        Sklearn.weigh(shaped, call, rows);
        Loss found = several ? loss : new SklearnLosses.AllRight(true);
        return shaped.plan(
                new Selection(rule.spec(), rule.params(args), found, manner),
                args.flag("normalize") ? Plan.Reduce.MEAN : Plan.Reduce.SUM);
    }

    private static boolean isOfSeveral(Tensor truth, Tensor labels) {
        SklearnTarget target = SklearnTarget.of(truth);
        if (!target.isLabels()) {
            throw new Refused("y type must be 'binary' or 'multiclass', got '" + target + "' instead");
        }
        for (int i = 1; labels != null && i < labels.size(); i++) {
            if (labels.values()[i] <= labels.values()[i - 1]) {
                throw new Refused("Parameter 'labels' must be unique and ordered");
            }
        }
        return target == SklearnTarget.MULTICLASS || labels != null && labels.size() > 2;
    }

    /** Probabilities as soon as no score is outside [0, 1]: a yes is above a half then, else above 0. */
    private static double[] yesOrNo(double[] scores) {
        boolean shares = Arrays.stream(scores).allMatch(score -> score >= 0 && score <= 1);
        return Arrays.stream(scores)
                .map(score -> score > (shares ? 0.5 : 0) ? 1 : 0)
                .toArray();
    }

    @Override
    public double value(int label, double[] scores) {
        int before = 0;
        for (int j = 0; j < scores.length; j++) {
            before += scores[j] > scores[label] || scores[j] == scores[label] && j > label ? 1 : 0;
        }
        return before < k ? 1 : 0;
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }
}
