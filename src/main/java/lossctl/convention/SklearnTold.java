package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.loss.BadParameter;
import lossctl.loss.Manner;
import lossctl.loss.Params;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;
import lossctl.num.Tensor;

/**
 * Precision, recall, F scores and Jaccard's index: of one class, of several one by one or averaged, of label sets, and of classes that never
 * occur. Source: sklearn/metrics/_classification.py, precision_recall_fscore_support and jaccard_score.
 */
final class SklearnTold {
    private final Rule rule;
    private final Args args;
    private final Call call;
    private final boolean old;
    private final String average;
    private final double otherwise;
    private final int rows;
    private final int classes;
    private final double[] truth;
    private final double[] prediction;
    private final List<Part> parts = new ArrayList<>();
    private final List<Double> counts = new ArrayList<>();

    SklearnTold(Rule rule, Args args, Call call, boolean old) {
        this.rule = rule;
        this.args = args;
        this.call = call;
        this.old = old;
        average = args.word("average");
        boolean told = args.isSet("zero_division") && !"warn".equals(args.get("zero_division"));
        otherwise = told ? args.number("zero_division") : 0;
        if (rule.ours().equals("jaccard") && otherwise != 0 && otherwise != 1) {
            throw new Refused("'zero_division' of jaccard_score is to be 0 or 1, not " + otherwise);
        }
        rows = call.truth().length(0);
        SklearnChecks.weight(call, rows);
        boolean sets = call.truth().rank() == 2 && call.truth().length(1) > 1;
        if (average.equals("samples") && !sets) {
            throw new Refused("Samplewise metrics are not available outside of multilabel classification");
        }
        double[] chosen = sets ? columns() : classes();
        classes = chosen.length;
        truth = sets ? columns(call.truth(), chosen) : flags(call.truth(), chosen);
        prediction = sets ? columns(call.prediction(), chosen) : flags(call.prediction(), chosen);
    }

    /** Whether a call is for such a score. */
    static boolean isWanted(Args args) {
        return args.has("zero_division");
    }

    /** The labels that count: the positive one, those that were asked for, or all. */
    private double[] classes() {
        SklearnLabels present = SklearnLabels.of(call.truth(), call.prediction());
        if (!average.equals("binary")) {
            return args.isSet("labels") ? args.tensor("labels").values() : present.labels();
        }
        if (present.count() > 2) {
            throw new Refused("Target is multiclass but average='binary': choose another average");
        }
        double positive = args.number("pos_label");
        if (present.count() == 2 && Arrays.binarySearch(present.labels(), positive) < 0) {
            throw new Refused("pos_label=" + positive + " is not a valid label");
        }
        return new double[] {positive};
    }

    private double[] columns() {
        if (average.equals("binary")) {
            throw new Refused("Target is multilabel-indicator but average='binary': choose another average");
        }
        int width = call.truth().length(1);
        double[] all = new double[width];
        for (int c = 0; c < width; c++) {
            all[c] = c;
        }
        return args.isSet("labels") ? args.tensor("labels").values() : all;
    }

    private static double[] columns(Tensor sets, double[] chosen) {
        int width = sets.length(1);
        double[] flags = new double[sets.length(0) * chosen.length];
        for (int i = 0; i < flags.length; i++) {
            double column = chosen[i % chosen.length];
            if (!(column >= 0 && column < width)) {
                throw new Refused("All labels must be in [0, " + width + "), but one is " + column);
            }
            flags[i] = sets.values()[i / chosen.length * width + (int) column];
        }
        return flags;
    }

    private static double[] flags(Tensor labels, double[] chosen) {
        double[] flags = new double[labels.size() * chosen.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = labels.values()[i / chosen.length] == chosen[i % chosen.length] ? 1 : 0;
        }
        return flags;
    }

    Plan plan(Manner manner) {
        SklearnShare share = share();
        switch (average) {
            case "micro" -> add(share, manner, 0, rows * classes, 1, 1);
            case "samples" -> {
                for (int i = 0; i < rows; i++) {
                    add(share, manner, i * classes, classes, 1, weight(i * classes));
                }
            }
            case "binary", "macro", "weighted", "none" -> {
                for (int c = 0; c < classes; c++) {
                    add(share, manner, c, rows, classes, average.equals("weighted") ? support(c) : 1);
                }
            }
            default -> throw new Refused("average is to be binary, micro, macro, weighted, samples or none");
        }
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        if (parts.isEmpty() || sum == 0 && old) {
            return averaged(List.of(fixed(share, manner)), new double[] {1});
        }
        double[] weights = new double[counts.size()];
        for (int i = 0; i < weights.length; i++) {
            // where nothing supports any class, all of them count alike
            weights[i] = sum == 0 ? 1 : counts.get(i);
        }
        return averaged(parts, weights);
    }

    private Plan averaged(List<Part> averaged, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return new Plan(
                averaged,
                average.equals("none") ? Plan.Reduce.NONE : Plan.Reduce.MEAN,
                weights,
                sum,
                flat -> weighed(flat, weights),
                flat -> flat,
                List.of(),
                false);
    }

    private SklearnShare share() {
        if (rule.ours().equals("f1")) {
            double beta = args.has("beta") ? beta() : 1;
            double square = beta * beta;
            double truths = Double.isInfinite(square) ? 1 : square / (1 + square);
            return new SklearnShare(truths, 1 / (1 + square), 0, otherwise);
        }
        return switch (rule.ours()) {
            case "jaccard" -> new SklearnShare(1, 1, 1, otherwise);
            case "recall" -> new SklearnShare(1, 0, 0, otherwise);
            default -> new SklearnShare(0, 1, 0, otherwise);
        };
    }

    /** There is no default. */
    private double beta() {
        if (!args.isSet("beta")) {
            throw new Refused("fbeta_score wants 'beta': how many times as much recall counts as precision");
        }
        double beta = args.number("beta");
        if (!(beta >= 0)) {
            throw new Refused("'beta' of fbeta_score is to be 0 or more, not " + beta);
        }
        return beta;
    }

    /** What is said where no class has any support, or no score is a number. */
    private Part fixed(SklearnShare share, Manner manner) {
        boolean predicted = false;
        for (int i = 0; i < prediction.length; i++) {
            predicted |= prediction[i] != 0 && weight(i) != 0;
        }
        double score = parts.isEmpty() ? Double.NaN : share.predictions() > 0 && predicted ? 0 : otherwise;
        return part(new Fixed(score), manner, 0, rows * classes, 1);
    }

    /** {@code count} flags from one on, every {@code step}-th; left out of an average where they have no score. */
    private void add(SklearnShare share, Manner manner, int from, int count, int step, double weight) {
        boolean scored = !Double.isNaN(otherwise) || average.equals("none");
        for (int at = from; at < from + count * step; at += step) {
            scored |= share.below(truth[at], prediction[at]) != 0 && weight(at) != 0;
        }
        if (scored) {
            parts.add(part(share, manner, from, count, step));
            counts.add(weight);
        }
    }

    private Part part(SummaryLoss loss, Manner manner, int from, int count, int step) {
        double[] t = new double[count];
        double[] p = new double[count];
        double[] weights = call.weight() == null ? null : new double[count];
        for (int i = 0; i < count; i++) {
            int at = from + i * step;
            t[i] = truth[at];
            p[i] = prediction[at];
            if (weights != null) {
                weights[i] = weight(at);
            }
        }
        Selection selection = new Selection(rule.spec(), params(), loss, manner);
        return new Part(selection, count, t, 1, p, 1, List.of(), List.of(), new int[0], weights);
    }

    /** What the call says in the catalogue's words, as far as it has them. */
    private Params params() {
        Params params = rule.spec().defaults();
        for (Setting setting : rule.settings()) {
            if (setting.ours() != null && args.isSet(setting.name())) {
                try {
                    params = params.with(setting.ours(), args.get(setting.name()));
                } catch (BadParameter e) {
                    // an average of label sets, a label below 0
                }
            }
        }
        return params;
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
