package lossctl.catalog.embedding;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * Every pair of the same group against the others of a batch, by the softmax of their cosines.
 *
 * @param temperature what cosines are divided by
 */
public record Ntxent(double temperature) implements GroupLoss {
    public static final Spec SPEC = Spec.of("ntxent", new Ntxent(0.07))
            .summary("normalized temperature-scaled cross-entropy of embeddings with group labels")
            .aliases("nt_xent_loss", "info_nce", "infonce_loss")
            .formula(
                    "mean over pairs i, j of a group of -ln(e^s[i,j] / (e^s[i,j] + sum over k of other groups of e^s[i,k])),"
                            + " s = cosine / temperature")
            .slope("through every cosine of the batch")
            .param("temperature", 0.07, Interval.POSITIVE, "what cosines are divided by")
            .traits(Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("Pairs count in both orders; other members of the group are no negatives of a pair.")
            .note("With weights, a pair weighs as its first sample does.")
            .note("No group of two, or a vector of zeros: refused.")
            .example(Example.rows(new double[][] {{0}, {0}, {1}}, new double[][] {{2, 0}, {3, 0}, {5, 0}})
                    .gives(0.6931471805599453))
            .source("Chen et al. 2020, arXiv:2002.05709; example: ln 2")
            .build();

    @Override
    public Ntxent with(Params params) {
        return new Ntxent(params.number("temperature"));
    }

    @Override
    public Domain truth() {
        return Domain.group();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    private static double[] row(Samples samples, int i) {
        int width = samples.outputs();
        return Arrays.copyOfRange(samples.prediction(), i * width, (i + 1) * width);
    }

    private static Angle angle(Samples samples, int i, int j) {
        return new Angle(row(samples, i), "embedding", row(samples, j), "other embedding");
    }

    private double[] similarities(Samples samples, int i) {
        double[] similarities = new double[samples.count()];
        for (int j = 0; j < similarities.length; j++) {
            similarities[j] = j == i ? 0 : angle(samples, i, j).cosine() / temperature;
        }
        return similarities;
    }

    private static boolean isPair(Samples samples, int i, int j) {
        return i != j && samples.truth()[i] == samples.truth()[j];
    }

    /** The similarity of the pair, then those of the first with all of other groups. */
    private static double[] row(Samples samples, int i, int j, double[] similarities) {
        double[] row = new double[similarities.length];
        int count = 0;
        row[count++] = similarities[j];
        for (int k = 0; k < row.length; k++) {
            if (samples.truth()[k] != samples.truth()[i]) {
                row[count++] = similarities[k];
            }
        }
        return Arrays.copyOf(row, count);
    }

    private static double pairs(Samples samples) {
        double weight = 0;
        for (int i = 0; i < samples.count(); i++) {
            for (int j = 0; j < samples.count(); j++) {
                weight += isPair(samples, i, j) ? samples.weight(i) : 0;
            }
        }
        if (weight == 0) {
            throw new UndefinedLoss("no group has two samples: there is no pair");
        }
        return weight;
    }

    @Override
    public double value(Samples samples) {
        double weight = pairs(samples);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < samples.count(); i++) {
            double[] similarities = similarities(samples, i);
            for (int j = 0; j < samples.count(); j++) {
                if (isPair(samples, i, j)) {
                    double[] row = row(samples, i, j, similarities);
                    sum.addProduct(samples.weight(i), Elementary.logSumExpMinus(row, row.length, 0));
                }
            }
        }
        return sum.value() / weight;
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        Arrays.fill(gradients[0], 0);
        double weight = pairs(samples);
        for (int i = 0; i < samples.count(); i++) {
            double[] slopes = slopes(samples, i);
            for (int j = 0; j < samples.count(); j++) {
                if (slopes[j] != 0) {
                    double factor = slopes[j] * samples.weight(i) / weight / temperature;
                    addSlope(samples, i, j, factor, gradients[0]);
                    addSlope(samples, j, i, factor, gradients[0]);
                }
            }
        }
    }

    /** The derivative of one sample's pairs by its similarities. */
    private double[] slopes(Samples samples, int i) {
        double[] similarities = similarities(samples, i);
        double[] slopes = new double[similarities.length];
        for (int j = 0; j < slopes.length; j++) {
            if (isPair(samples, i, j)) {
                double[] shares = row(samples, i, j, similarities);
                Elementary.softmax(shares, shares);
                int at = 1;
                double others = 0;
                for (int k = 0; k < slopes.length; k++) {
                    if (samples.truth()[k] != samples.truth()[i]) {
                        others += shares[at];
                        slopes[k] += shares[at++];
                    }
                }
                slopes[j] -= others;
            }
        }
        return slopes;
    }

    private static void addSlope(Samples samples, int i, int j, double factor, double[] gradient) {
        double[] slope = new double[samples.outputs()];
        angle(samples, i, j).slope(factor, slope);
        for (int d = 0; d < slope.length; d++) {
            gradient[i * slope.length + d] += slope[d];
        }
    }
}
