package lossctl.convention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Loss;
import lossctl.loss.Manner;
import lossctl.loss.Selection;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.num.Interval;
import lossctl.num.Tensor;

/**
 * Scores of Keras that belong to columns: each by itself, then their mean unless told otherwise. Source:
 * keras/src/metrics/regression_metrics.py and f_score_metrics.py.
 */
final class KerasScores {
    static final String KEPT_FROM_0 = "adds 1e-7 to every denominator";

    private final Rule rule;
    private final Args args;
    private final Manner manner;
    private final int rows;
    private final int columns;
    private final double[] truth;
    private final double[] weights;

    private KerasScores(Rule rule, Args args, Call call, Manner manner) {
        this.rule = rule;
        this.args = args;
        this.manner = manner;
        KerasMetrics.holdToMean(rule, call);
        Tensor prediction = call.prediction();
        if (prediction.rank() != 2 || !Arrays.equals(call.truth().shape(), prediction.shape())) {
            throw new Refused(rule.names().get(0) + " takes y_true and y_pred of one shape, (N, K)");
        }
        rows = prediction.length(0);
        columns = prediction.length(1);
        truth = call.truth().values();
        weights = weights(call.weight());
    }

    /** A weight for each element; null for none. */
    private double[] weights(Tensor given) {
        if (given == null) {
            return null;
        }
        Tensor full = (given.rank() == 1 ? given.reshaped(given.size(), 1) : given).broadcast(rows, columns);
        if (full == null) {
            throw new Refused("sample_weight of shape " + Arrays.toString(given.shape())
                    + " does not go together with (" + rows + ", " + columns + ")");
        }
        return full.values();
    }

    /** The part of the variance that is explained. */
    static Plan explained(Rule rule, Args args, Call call, Manner manner) {
        KerasScores scores = new KerasScores(rule, args, call, manner);
        List<Part> parts = new ArrayList<>();
        double[] spreads = new double[scores.columns];
        for (int c = 0; c < scores.columns; c++) {
            double[] t = scores.column(scores.truth, c);
            double[] p = scores.column(call.prediction().values(), c);
            double[] weight = scores.weights == null ? null : scores.column(scores.weights, c);
            boolean nothing = SklearnColumns.isConstant(t) && Arrays.equals(t, p)
                    || weight != null && Arrays.stream(weight).sum() == 0;
            Loss loss = nothing ? new Fixed(Double.NaN) : Defined.of(rule.loss(args), 0);
            parts.add(scores.part(loss, t, p, weight));
            spreads[c] = spread(t, weight);
        }
        return switch (String.valueOf(args.word("class_aggregation"))) {
            case "uniform_average" -> scores.plan(parts, Plan.Reduce.MEAN, null);
            case "variance_weighted_average" -> {
                double all = Arrays.stream(spreads).sum();
                yield scores.plan(
                        parts,
                        Plan.Reduce.SUM,
                        Arrays.stream(spreads).map(each -> each / all).toArray());
            }
            case "none" -> scores.plan(parts, Plan.Reduce.NONE, null);
            default ->
                throw new Refused("class_aggregation is to be uniform_average, variance_weighted_average or none");
        };
    }

    /** The sum of squares around the mean. */
    private static double spread(double[] values, double[] weights) {
        double all = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double weight = weights == null ? 1 : weights[i];
            all += weight;
            sum += weight * values[i];
        }
        double spread = 0;
        for (int i = 0; i < values.length; i++) {
            double e = values[i] - sum / all;
            spread += (weights == null ? 1 : weights[i]) * e * e;
        }
        return spread;
    }

    /** F scores of classes that are predicted where they are above the threshold, or the greatest. */
    static Plan shares(Rule rule, Args args, Call call, Manner manner) {
        if (manner.as().contains("-3.15")
                && call.weight() != null
                && call.weight().rank() != 1) {
            throw new Refused("up to Keras 3.15 F scores take a weight a row, not "
                    + call.weight().rank() + " axes");
        }
        return new KerasScores(rule, args, call, manner)
                .shares(call.prediction().values());
    }

    private Plan shares(double[] scores) {
        double[] told = args.isSet("threshold") ? above(scores, args.number("threshold")) : greatest(scores);
        String average = args.word("average");
        List<Part> parts = new ArrayList<>();
        if ("micro".equals(average)) {
            parts.add(part(rule.loss(args), truth, told, weights));
            return plan(parts, Plan.Reduce.MEAN, null);
        }
        double[] often = new double[columns];
        for (int c = 0; c < columns; c++) {
            double[] weight = weights == null ? null : column(weights, c);
            double[] t = column(truth, c);
            parts.add(part(rule.loss(args), t, column(told, c), weight));
            for (int i = 0; i < rows; i++) {
                often[c] += t[i] * (weight == null ? 1 : weight[i]);
            }
        }
        return switch (average == null ? "none" : average) {
            case "none" -> plan(parts, Plan.Reduce.NONE, null);
            case "macro" -> plan(parts, Plan.Reduce.MEAN, null);
            case "weighted" -> {
                double all = Arrays.stream(often).sum() + Keras.EPSILON;
                yield plan(
                        parts,
                        Plan.Reduce.SUM,
                        Arrays.stream(often).map(each -> each / all).toArray());
            }
            default -> throw new Refused("average is to be micro, macro, weighted or none, not '" + average + "'");
        };
    }

    private static double[] above(double[] scores, double threshold) {
        return Arrays.stream(scores).map(each -> each > threshold ? 1 : 0).toArray();
    }

    /** All of the greatest of a row count, but not next to 0. */
    private double[] greatest(double[] scores) {
        double[] told = new double[scores.length];
        for (int i = 0; i < told.length; i++) {
            int from = i / columns * columns;
            double greatest = Arrays.stream(scores, from, from + columns).max().orElse(0);
            told[i] = scores[i] >= greatest && Math.abs(scores[i]) > 1e-9 ? 1 : 0;
        }
        return told;
    }

    private double[] column(double[] values, int c) {
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = values[i * columns + c];
        }
        return column;
    }

    private Part part(Loss loss, double[] t, double[] p, double[] weight) {
        Selection selection = new Selection(rule.spec(), rule.params(args), loss, manner);
        return new Part(selection, t.length, t, 1, p, 1, List.of(), List.of(), new int[0], weight);
    }

    /** {@code shares} is what each part weighs; null where each weighs 1. */
    private Plan plan(List<Part> parts, Plan.Reduce reduce, double[] shares) {
        double[] each = shares == null ? new double[parts.size()] : shares;
        if (shares == null) {
            Arrays.fill(each, 1);
        }
        return new Plan(
                parts,
                reduce,
                each,
                parts.size(),
                flat -> SklearnTold.weighed(flat, each),
                flat -> flat,
                List.of(),
                false);
    }

    /** The weighed harmonic mean of precision and recall, kept away from 0 / 0. */
    record FScore(double beta) implements SummaryLoss {
        private static final int RIGHT = 0;
        private static final int EXTRA = 1;
        private static final int MISSED = 2;

        @Override
        public int sums(int outputs) {
            return 3;
        }

        @Override
        public void add(Sums sums, double[] truth, double[] prediction, double weight) {
            for (int i = 0; i < prediction.length; i++) {
                sums.at(RIGHT).addProduct(weight * prediction[i], truth[i]);
                sums.at(EXTRA).addProduct(weight * prediction[i], 1 - truth[i]);
                sums.at(MISSED).addProduct(weight * (1 - prediction[i]), truth[i]);
            }
        }

        @Override
        public double value(Sums sums) {
            double right = sums.at(RIGHT).value();
            double precision = right / (right + sums.at(EXTRA).value() + Keras.EPSILON);
            double recall = right / (right + sums.at(MISSED).value() + Keras.EPSILON);
            double square = beta * beta;
            return precision * recall / (square * precision + recall + Keras.EPSILON) * (1 + square);
        }

        @Override
        public void gradient(Sums sums, double[] truth, double[] prediction, double weight, double[] gradient) {
            Arrays.fill(gradient, Double.NaN);
        }

        @Override
        public Domain truth() {
            return Domain.number(Interval.REAL);
        }

        @Override
        public Domain prediction() {
            return Domain.number(Interval.REAL);
        }
    }
}
