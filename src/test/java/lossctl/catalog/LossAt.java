package lossctl.catalog;

import java.util.Arrays;
import java.util.List;
import lossctl.loss.GroupLoss;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.RowLoss;
import lossctl.loss.Samples;
import lossctl.loss.SummaryLoss;
import lossctl.loss.Sums;
import lossctl.loss.TupleLoss;

/**
 * A loss of any family at samples given as text: rows apart by {@code /}, values by spaces, inputs by {@code |}; one called
 * weight is that of every sample, or has a row for each.
 */
final class LossAt {
    private final Loss loss;
    private final double[][] truth;
    private final double[][][] vectors;
    /** Null where none are given. */
    private double[] weights;

    LossAt(Loss loss, String truth, String prediction, String inputs) {
        this.loss = loss;
        this.truth = rows(truth);
        vectors = new double[loss.inputs().size() + 1][][];
        vectors[0] = rows(prediction);
        String[] texts = inputs.isEmpty() ? new String[0] : inputs.split("\\|");
        List<Input> names = loss.inputs();
        for (int i = 0; i < texts.length; i++) {
            String[] pair = texts[i].split("=");
            if (pair[0].equals("weight")) {
                double[][] given = rows(pair[1]);
                weights = new double[this.truth.length];
                Arrays.setAll(weights, row -> given[given.length == 1 ? 0 : row][0]);
                continue;
            }
            if (!names.get(i).name().equals(pair[0])) {
                throw new IllegalArgumentException("inputs in their order, please: " + inputs);
            }
            vectors[i + 1] = rows(pair[1]);
        }
    }

    static double[] numbers(String text, String separator) {
        String[] words = text.isEmpty() ? new String[0] : text.split(separator);
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }

    private static double[][] rows(String text) {
        String[] words = text.split("/");
        double[][] rows = new double[words.length][];
        for (int i = 0; i < words.length; i++) {
            rows[i] = numbers(words[i], " ");
        }
        return rows;
    }

    double value() {
        if (loss instanceof PointwiseLoss pointwise) {
            return pointwise.value(truth[0][0], vectors[0][0][0]);
        } else if (loss instanceof RowLoss row) {
            return row.value(truth[0], vectors[0][0]);
        } else if (loss instanceof TupleLoss tuple) {
            return tuple.value(truth[0], first());
        } else if (loss instanceof SummaryLoss summary) {
            return summary.value(sums(summary));
        }
        return ((GroupLoss) loss).value(samples());
    }

    /** By every prediction, then by every entry of every input. */
    double[] gradient() {
        if (loss instanceof PointwiseLoss pointwise) {
            return new double[] {pointwise.slope(truth[0][0], vectors[0][0][0])};
        } else if (loss instanceof RowLoss row) {
            double[] gradient = new double[vectors[0][0].length];
            row.gradient(truth[0], vectors[0][0], gradient);
            return gradient;
        } else if (loss instanceof TupleLoss tuple) {
            double[][] gradients = first();
            tuple.gradient(truth[0], first(), gradients);
            return flat(gradients);
        } else if (loss instanceof SummaryLoss summary) {
            Sums sums = sums(summary);
            double[][] gradients = new double[truth.length][vectors[0][0].length];
            for (int i = 0; i < truth.length; i++) {
                summary.gradient(sums, truth[i], vectors[0][i], weight(i), gradients[i]);
            }
            return flat(gradients);
        }
        double[][] gradients = samples().vectors();
        ((GroupLoss) loss).gradient(samples(), gradients);
        return flat(gradients);
    }

    /** The diagonal of the Hessian by the predictions. */
    double[] hessian() {
        if (loss instanceof PointwiseLoss pointwise) {
            return new double[] {pointwise.curvature(truth[0][0], vectors[0][0][0])};
        }
        if (loss instanceof GroupLoss group) {
            double[] diagonal = new double[vectors[0].length * vectors[0][0].length];
            group.hessian(samples(), diagonal);
            return diagonal;
        }
        double[] diagonal = new double[vectors[0][0].length];
        if (loss instanceof RowLoss row) {
            row.hessian(truth[0], vectors[0][0], diagonal);
        } else {
            ((TupleLoss) loss).hessian(truth[0], first(), diagonal);
        }
        return diagonal;
    }

    private double[][] first() {
        double[][] first = new double[vectors.length][];
        for (int i = 0; i < first.length; i++) {
            first[i] = vectors[i][0].clone();
        }
        return first;
    }

    private Sums sums(SummaryLoss summary) {
        Sums sums = new Sums(summary.sums(vectors[0][0].length), vectors[0][0].length);
        for (int i = 0; i < truth.length; i++) {
            summary.add(sums, truth[i], vectors[0][i], weight(i));
            sums.countSample(weight(i));
        }
        return sums;
    }

    private double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    private Samples samples() {
        double[][] flat = new double[vectors.length][];
        int[] widths = new int[vectors.length];
        for (int v = 0; v < flat.length; v++) {
            flat[v] = flat(vectors[v]);
            widths[v] = vectors[v][0].length;
        }
        return new Samples(truth.length, flat(truth), truth[0].length, flat, widths, weights);
    }

    private static double[] flat(double[][] rows) {
        int length = 0;
        for (double[] row : rows) {
            length += row.length;
        }
        double[] flat = new double[length];
        int at = 0;
        for (double[] row : rows) {
            System.arraycopy(row, 0, flat, at, row.length);
            at += row.length;
        }
        return flat;
    }
}
