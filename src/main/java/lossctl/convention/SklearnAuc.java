package lossctl.convention;

import java.util.ArrayList;
import java.util.List;
import lossctl.loss.Manner;
import lossctl.loss.Selection;

/**
 * The area under the curve of several classes: of each class against the rest, or of each pair of classes both ways. Source:
 * sklearn/metrics/_ranking.py and _base.py.
 */
final class SklearnAuc {
    private final Rule rule;
    private final Args args;
    private final Call call;
    private final int rows;
    private final int classes;
    private final double[] labels;
    private final List<Part> parts = new ArrayList<>();
    private final List<Double> counts = new ArrayList<>();

    SklearnAuc(Rule rule, Args args, Call call) {
        this.rule = rule;
        this.args = args;
        this.call = call;
        rows = call.prediction().length(0);
        classes = call.prediction().length(1);
        SklearnLabels known = SklearnLabels.of(call.truth());
        if (known.count() != classes || call.truth().size() != rows) {
            throw new Refused("Number of classes in y_true not equal to the number of columns in 'y_score'");
        }
        labels = known.indices(call.truth()).values();
    }

    Plan plan(Manner manner) {
        Selection selection = new Selection(rule.spec(), rule.spec().defaults(), rule.loss(args), manner);
        String average = args.word("average");
        if (!average.equals("macro") && !average.equals("weighted")) {
            throw new Refused("average must be one of macro, weighted for multiclass problems");
        }
        switch (args.word("multi_class")) {
            case "ovr" -> againstTheRest(selection, average.equals("weighted"));
            case "ovo" -> pairs(selection, average.equals("weighted"));
            default -> throw new Refused("multi_class must be in ('ovo', 'ovr')");
        }
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        double[] weights = new double[counts.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = counts.get(i);
        }
        return new Plan(
                parts,
                Plan.Reduce.MEAN,
                weights,
                sum,
                flat -> SklearnTold.weighed(flat, weights),
                flat -> flat,
                List.of(),
                false);
    }

    private void againstTheRest(Selection selection, boolean weighted) {
        for (int c = 0; c < classes; c++) {
            add(selection, c, -1, weighted ? support(c) : 1);
        }
    }

    private void pairs(Selection selection, boolean weighted) {
        if (call.weight() != null) {
            throw new Refused("sample_weight is not supported for multiclass one-vs-one ROC AUC");
        }
        for (int a = 0; a < classes; a++) {
            for (int b = a + 1; b < classes; b++) {
                double count = weighted ? support(a) + support(b) : 1;
                add(selection, a, b, count);
                add(selection, b, a, count);
            }
        }
    }

    private double support(int label) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double weight = call.weight() == null ? 1 : call.weight().values()[i];
            sum += labels[i] == label ? weight : 0;
        }
        return sum;
    }

    /** The scores of one class, of the samples of it and of another; of all samples where that is -1. */
    private void add(Selection selection, int label, int other, double count) {
        double[] truth = new double[rows];
        double[] scores = new double[rows];
        double[] weights = call.weight() == null ? null : call.weight().values();
        int kept = 0;
        for (int i = 0; i < rows; i++) {
            if (other < 0 || labels[i] == label || labels[i] == other) {
                truth[kept] = labels[i] == label ? 1 : 0;
                scores[kept++] = call.prediction().values()[i * classes + label];
            }
        }
        parts.add(new Part(
                selection,
                kept,
                java.util.Arrays.copyOf(truth, kept),
                1,
                java.util.Arrays.copyOf(scores, kept),
                1,
                List.of(),
                List.of(),
                new int[0],
                weights));
        counts.add(count);
    }
}
