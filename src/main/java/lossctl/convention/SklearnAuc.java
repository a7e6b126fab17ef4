package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.loss.GroupLoss;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/**
 * Areas under curves: of two classes, of several against the rest or in pairs, of label sets. Source:
 * sklearn/metrics/_ranking.py and _base.py.
 */
final class SklearnAuc {
    private final Rule rule;
    private final Args args;
    private final Call call;
    private final boolean old;
    private final boolean receiver;
    private final int rows;
    private final SklearnLabels known;

    SklearnAuc(Rule rule, Args args, Call call, boolean old) {
        this.rule = rule;
        this.args = args;
        this.call = call;
        this.old = old;
        receiver = rule.ours().equals("roc_auc");
        Tensor scores = call.prediction();
        rows = scores.rank() == 0 ? 1 : scores.length(0);
        boolean labels = args.has("labels") && args.isSet("labels");
        if (labels && !isAscending(args.tensor("labels").values())) {
            throw new Refused("Parameter 'labels' must be ordered");
        }
        known = labels ? SklearnLabels.of(args.tensor("labels")) : SklearnLabels.of(call.truth());
    }

    Plan plan(Manner manner) {
        Tensor scores = call.prediction();
        Selection selection = new Selection(rule.spec(), rule.spec().defaults(), loss(), manner);
        if (call.truth().rank() == 2 && call.truth().length(1) > 1) {
            SklearnTarget target = SklearnTarget.of(call.truth());
            if (target != SklearnTarget.MULTILABEL_INDICATOR) {
                throw new Refused(target + " format is not supported");
            }
            if (!receiver && args.number("pos_label") != 1) {
                throw new Refused("Parameter pos_label is fixed to 1 for multilabel-indicator y_true");
            }
            return new SklearnCurves(args, call, old).plan(selection, receiver);
        }
        if (call.truth().size() != rows) {
            throw new Refused("Found input variables with inconsistent numbers of samples");
        }
        boolean several = scores.rank() == 2 && scores.length(1) > 1;
        if (several && (receiver ? scores.length(1) > 2 : known.count() > 2)) {
            return ofClasses(selection);
        }
        boolean single = receiver && SklearnLabels.of(call.truth()).count() < 2;
        if (known.count() > 2 || several && !single) {
            throw new Refused(
                    receiver ? "multi_class must be in ('ovo', 'ovr')" : "multiclass format is not supported");
        }
        Shaped shaped = Sklearn.samples(scores).truth(flags(), 1);
        if (single) {
            return ofOneClass(shaped, manner);
        }
        Sklearn.weigh(shaped, call, rows);
        return shaped.plan(selection, Plan.Reduce.MEAN);
    }

    /** Nothing is looked at then: neither how many columns there are nor whether any sample weighs something. */
    private Plan ofOneClass(Shaped shaped, Manner manner) {
        if (old) {
            throw new Refused("Only one class present in y_true. ROC AUC score is not defined in that case");
        }
        SklearnChecks.weight(call, rows);
        shaped.losses(flat -> flat);
        Selection nothing = new Selection(rule.spec(), rule.spec().defaults(), new Fixed(Double.NaN), manner);
        return shaped.plan(nothing, Plan.Reduce.MEAN);
    }

    private static boolean isAscending(double[] labels) {
        for (int i = 1; i < labels.length; i++) {
            if (labels[i] < labels[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private Loss loss() {
        boolean partial = args.has("max_fpr") && args.isSet("max_fpr") && args.number("max_fpr") != 1;
        boolean both = call.truth().rank() < 2 && SklearnLabels.of(call.truth()).count() > 1;
        if (partial && both && !isWeighty(0)) {
            throw new Refused("At least 2 points are needed to compute area under curve, but no negative sample weighs"
                    + " anything: each share of false positives is NaN");
        }
        Loss loss = partial ? new SklearnPartialAuc(args.number("max_fpr")) : rule.loss(args);
        return receiver ? Defined.of((GroupLoss) loss, Double.NaN) : loss;
    }

    /** Whether a sample of one side weighs something: a flag of 1 or 0. */
    private boolean isWeighty(int side) {
        double[] flags = flags();
        boolean weighty = false;
        for (int i = 0; i < flags.length; i++) {
            weighty |=
                    flags[i] == side && (call.weight() == null || call.weight().values()[i] != 0);
        }
        return weighty;
    }

    private double[] flags() {
        double positive = known.greatest();
        if (!receiver) {
            positive = args.number("pos_label");
            if (known.count() == 2 && Arrays.binarySearch(known.labels(), positive) < 0) {
                throw new Refused("pos_label=" + positive + " is not a valid label");
            }
        }
        double[] flags = new double[rows];
        for (int i = 0; i < rows; i++) {
            flags[i] = call.truth().values()[i] == positive ? 1 : 0;
        }
        return flags;
    }

    private Plan ofClasses(Selection selection) {
        int classes = call.prediction().length(1);
        if (receiver) {
            checkShares(classes);
        } else if (args.number("pos_label") != 1) {
            throw new Refused("Parameter pos_label is fixed to 1 for multiclass y_true");
        }
        if (known.count() != classes) {
            throw new Refused("Number of classes in y_true not equal to the number of columns in 'y_score'");
        }
        if (!receiver && old) {
            throw new Refused("multiclass format is not supported");
        }
        Tensor truth = new Tensor(known.oneHot(call.truth()), rows, classes);
        if (!receiver || "ovr".equals(args.word("multi_class"))) {
            return new SklearnCurves(args, call.withTruth(truth), old).plan(selection, receiver);
        }
        if (!"ovo".equals(args.word("multi_class"))) {
            throw new Refused("multi_class must be in ('ovo', 'ovr')");
        }
        return pairs(selection, truth);
    }

    /** What is refused of several classes: parts of the area, scores that are no probabilities, averages of samples. */
    private void checkShares(int classes) {
        if (args.isSet("max_fpr") && args.number("max_fpr") != 1) {
            throw new Refused("Partial AUC computation not available in multiclass setting: leave 'max_fpr' out");
        }
        if (args.word("average").equals("samples")) {
            throw new Refused("average must be one of micro, macro, weighted, none for multiclass problems");
        }
        double[] scores = call.prediction().values();
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += scores[i * classes + c];
            }
            if (!(Math.abs(1 - sum) <= 1e-8 + 1e-5 * Math.abs(sum))) {
                throw new Refused("Target scores need to be probabilities for multiclass roc_auc: they sum to " + sum);
            }
        }
    }

    /** Each class held against each other, both ways. */
    private Plan pairs(Selection selection, Tensor truth) {
        String average = args.word("average");
        if (!average.equals("macro") && !average.equals("weighted")) {
            throw new Refused("average must be one of macro, weighted for multiclass problems");
        }
        if (call.weight() != null) {
            throw new Refused("sample_weight is not supported for multiclass one-vs-one ROC AUC");
        }
        int classes = truth.length(1);
        double[] support = new double[classes];
        for (int i = 0; i < truth.size(); i++) {
            support[i % classes] += truth.values()[i];
        }
        List<Part> parts = new ArrayList<>();
        double[] counts = new double[classes * (classes - 1)];
        double sum = 0;
        int told = SklearnLabels.of(call.truth()).count();
        if (told < 2) {
            Selection none =
                    new Selection(selection.spec(), selection.params(), new Fixed(Double.NaN), selection.manner());
            return Sklearn.samples(call.prediction())
                    .truth(truth.values(), classes)
                    .plan(none, Plan.Reduce.MEAN);
        }
        for (int a = 0; a < classes; a++) {
            for (int b = 0; b < classes; b++) {
                if (a != b && support[a] > 0 && support[b] > 0) {
                    double count = average.equals("weighted") ? support[a] + support[b] : 1;
                    counts[parts.size()] = count;
                    sum += count;
                    parts.add(pair(selection, truth.values(), classes, a, b));
                }
            }
        }
        double[] shares = Arrays.copyOf(counts, parts.size());
        return new Plan(
                parts,
                Plan.Reduce.MEAN,
                shares,
                sum,
                flat -> SklearnTold.weighed(flat, shares),
                flat -> flat,
                List.of(),
                false);
    }

    /** The scores of one class, of the samples of it and of another. */
    private Part pair(Selection selection, double[] flags, int classes, int label, int other) {
        double[] truth = new double[rows];
        double[] scores = new double[rows];
        int kept = 0;
        for (int i = 0; i < rows; i++) {
            if (flags[i * classes + label] == 1 || flags[i * classes + other] == 1) {
                truth[kept] = flags[i * classes + label];
                scores[kept++] = call.prediction().values()[i * classes + label];
            }
        }
        return new Part(
                selection,
                kept,
                Arrays.copyOf(truth, kept),
                1,
                Arrays.copyOf(scores, kept),
                1,
                List.of(),
                List.of(),
                new int[0],
                null);
    }
}
