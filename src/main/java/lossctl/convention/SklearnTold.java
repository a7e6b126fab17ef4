package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.num.Tensor;

/**
 * Precision, recall and F scores of several classes or labels one by one, of label sets, and of classes that never occur.
 * Source: sklearn/metrics/_classification.py, precision_recall_fscore_support.
 */
final class SklearnTold {
    private final Rule rule;
    private final Args args;
    private final Call call;
    private final int rows;
    private final int classes;
    private final double[] truth;
    private final double[] prediction;

    SklearnTold(Rule rule, Args args, Call call) {
        this.rule = rule;
        this.args = args;
        this.call = call;
        if (!Arrays.equals(call.truth().shape(), call.prediction().shape())) {
            throw new Refused("y_true and y_pred differ in shape");
        }
        rows = call.truth().length(0);
        if (isSets(call)) {
            classes = call.truth().length(1);
            truth = call.truth().values();
            prediction = call.prediction().values();
        } else {
            SklearnLabels labels = SklearnLabels.of(call.truth(), call.prediction());
            classes = labels.count();
            truth = labels.oneHot(call.truth());
            prediction = labels.oneHot(call.prediction());
        }
    }

    /** Whether a call wants what a single confusion table does not tell. */
    static boolean isWanted(Args args, Call call) {
        boolean several = isSets(call) || "none".equals(args.get("average"));
        return args.has("zero_division") && (several || args.isSet("zero_division"));
    }

    private static boolean isSets(Call call) {
        return call.truth().rank() == 2 && call.truth().length(1) > 1;
    }

    Plan plan(Manner manner) {
        String average = args.word("average");
        double otherwise = "warn".equals(args.get("zero_division")) || !args.isSet("zero_division")
                ? 0
                : args.number("zero_division");
        Selection selection = new Selection(rule.spec(), rule.spec().defaults(), share(otherwise), manner);
        List<Part> parts = new ArrayList<>();
        double[] counts;
        switch (average) {
            case "binary" -> {
                if (isSets(call) || classes > 2) {
                    throw new Refused("average='binary' takes one label of two a sample: choose another average");
                }
                parts.add(part(selection, 0, rows, classes, positive()));
                counts = new double[] {1};
            }
            case "micro" -> {
                parts.add(part(selection, 0, rows * classes, 1, 0));
                counts = new double[] {1};
            }
            case "samples" -> {
                counts = new double[rows];
                for (int i = 0; i < rows; i++) {
                    parts.add(part(selection, i * classes, classes, 1, 0));
                    counts[i] = weight(i * classes);
                }
            }
            case "macro", "weighted", "none" -> {
                counts = new double[classes];
                for (int c = 0; c < classes; c++) {
                    parts.add(part(selection, 0, rows, classes, c));
                    counts[c] = average.equals("weighted") ? support(c) : 1;
                }
            }
            default -> throw new Refused("average is to be binary, micro, macro, weighted, samples or none");
        }
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return new Plan(
                parts,
                average.equals("none") ? Plan.Reduce.NONE : Plan.Reduce.MEAN,
                counts,
                sum,
                flat -> weighed(flat, counts),
                flat -> flat,
                List.of(),
                false);
    }

    private SklearnShare share(double otherwise) {
        if (rule.names().get(0).equals("fbeta_score") || rule.ours().equals("f1")) {
            double square = args.has("beta") && args.isSet("beta") ? args.number("beta") * args.number("beta") : 1;
            return new SklearnShare(square / (1 + square), 1 / (1 + square), otherwise);
        }
        return rule.ours().equals("recall") ? new SklearnShare(1, 0, otherwise) : new SklearnShare(0, 1, otherwise);
    }

    private int positive() {
        double[] labels = SklearnLabels.of(call.truth(), call.prediction()).labels();
        int index = Arrays.binarySearch(labels, args.number("pos_label"));
        if (index < 0) {
            throw new Refused("pos_label=" + args.number("pos_label") + " is not a valid label");
        }
        return index;
    }

    /** {@code count} flags from one on, every {@code step}-th. */
    private Part part(Selection selection, int from, int count, int step, int first) {
        double[] t = new double[count];
        double[] p = new double[count];
        double[] weights = call.weight() == null ? null : new double[count];
        for (int i = 0; i < count; i++) {
            int at = from + first + i * step;
            t[i] = truth[at];
            p[i] = prediction[at];
            if (weights != null) {
                weights[i] = weight(at);
            }
        }
        return new Part(selection, count, t, 1, p, 1, List.of(), List.of(), new int[0], weights);
    }

    private double weight(int at) {
        return call.weight() == null ? 1 : call.weight().values()[at / classes];
    }

    private double support(int label) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += weight(i * classes) * truth[i * classes + label];
        }
        return sum;
    }

    static Tensor weighed(Tensor values, double[] counts) {
        double[] product = values.values().clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= counts[i];
        }
        return Tensor.list(product);
    }
}
