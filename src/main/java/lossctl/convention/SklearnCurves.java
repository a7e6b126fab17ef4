package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.loss.Selection;

/**
 * Areas under curves of label sets: of every label, of every sample or of all together. Source: sklearn/metrics/_base.py,
 * _average_binary_score.
 */
final class SklearnCurves {
    private final Args args;
    private final Call call;
    private final boolean old;
    private final double[] flags;
    private final int rows;
    private final int labels;
    private final List<Part> parts = new ArrayList<>();
    private final List<Double> counts = new ArrayList<>();

    SklearnCurves(Args args, Call call, boolean old) {
        this.args = args;
        this.call = call;
        this.old = old;
        rows = call.prediction().length(0);
        labels = call.prediction().length(1);
        if (!Arrays.equals(call.truth().shape(), call.prediction().shape())) {
            throw new Refused("y_true and y_score differ in shape");
        }
        SklearnChecks.weight(call, rows);
        flags = call.truth().values();
    }

    /** What the scores of a loss come down to. */
    Plan plan(Selection selection, boolean needsBoth) {
        String average = args.word("average");
        switch (average) {
            case "micro" -> add(selection, 0, rows * labels, 1, 1, needsBoth);
            case "samples" -> {
                for (int i = 0; i < rows; i++) {
                    add(selection, i * labels, labels, 1, weight(i * labels), needsBoth);
                }
            }
            case "macro", "weighted", "none" -> {
                for (int c = 0; c < labels; c++) {
                    add(selection, c, rows, labels, average.equals("weighted") ? support(c) : 1, needsBoth);
                }
            }
            default -> throw new Refused("average has to be one of micro, macro, weighted, samples, none");
        }
        double[] weights = new double[counts.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = counts.get(i);
            sum += weights[i];
        }
        if (sum == 0) {
            Part all = parts.get(0);
            parts.clear();
            parts.add(new Part(
                    new Selection(selection.spec(), selection.params(), new Fixed(0), selection.manner()),
                    all.rows(),
                    all.truth(),
                    1,
                    all.prediction(),
                    1,
                    List.of(),
                    List.of(),
                    new int[0],
                    null));
            weights = new double[] {1};
            sum = 1;
        }
        double[] each = weights;
        return new Plan(
                parts,
                average.equals("none") ? Plan.Reduce.NONE : Plan.Reduce.MEAN,
                each,
                sum,
                flat -> SklearnTold.weighed(flat, each),
                flat -> flat,
                List.of(),
                false);
    }

    private void add(Selection selection, int from, int count, int step, double weight, boolean needsBoth) {
        double[] t = new double[count];
        double[] p = new double[count];
        double[] weights = call.weight() == null || args.word("average").equals("samples") ? null : new double[count];
        double hits = 0;
        for (int i = 0; i < count; i++) {
            t[i] = flags[from + i * step];
            p[i] = call.prediction().values()[from + i * step];
            hits += t[i];
            if (weights != null) {
                weights[i] = weight(from + i * step);
            }
        }
        if (old && needsBoth && (hits == 0 || hits == count)) {
            throw new Refused("Only one class present in y_true. ROC AUC score is not defined in that case");
        }
        boolean single = needsBoth && (hits == 0 || hits == count);
        // what weighs nothing scores 0, so that a score that is no number does not reach the mean
        Selection each = weight == 0 || single
                ? new Selection(
                        selection.spec(),
                        selection.params(),
                        new Fixed(weight == 0 ? 0 : Double.NaN),
                        selection.manner())
                : selection;
        parts.add(new Part(each, count, t, 1, p, 1, List.of(), List.of(), new int[0], weights));
        counts.add(weight);
    }

    private double weight(int at) {
        return call.weight() == null ? 1 : call.weight().values()[at / labels];
    }

    private double support(int label) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += weight(i * labels) * flags[i * labels + label];
        }
        return sum;
    }
}
