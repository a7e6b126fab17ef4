package lossctl.catalog.embedding;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * Similarities within groups against those between groups, each paced by how far it is from its optimum.
 *
 * @param gamma the scale of similarities
 * @param margin how far off their optimum similarities may be
 */
public record Circle(double gamma, double margin) implements BatchMean {
    public static final Spec SPEC = Spec.of("circle", new Circle(80, 0.4))
            .summary("circle loss of embeddings with group labels")
            .aliases("circle_loss")
            .formula("per sample ln(1 + sum over positives of e^(-gamma a (s - 1 + m)) x sum over negatives of"
                    + " e^(gamma b (s - m))), s the dot product of two embeddings, m = margin,"
                    + " a = max(0, 1 + m - s), b = max(0, s + m)")
            .slope("through every dot product of the batch, its pace a or b included")
            .param("gamma", 80, Interval.POSITIVE, "the scale of similarities")
            .param("margin", 0.4, Interval.UNIT, "how far off their optimum similarities may be")
            .traits(Trait.NON_NEGATIVE)
            .note("Embeddings are taken as given: they should have length 1.")
            .note("Positives are the other samples of the same group, negatives all samples of other groups; a sample"
                    + " without the one or the other costs 0.")
            .example(Example.rows(new double[][] {{0}, {0}, {1}}, new double[][] {{1, 0}, {0, 1}, {0, 1}})
                    .with("gamma", 1.0)
                    .with("margin", 0.5)
                    .gives(0.8918300873876197))
            .source("Sun et al. 2020, doi:10.1109/CVPR42600.2020.00643; example: mpmath")
            .build();

    @Override
    public Circle with(Params params) {
        return new Circle(params.number("gamma"), params.number("margin"));
    }

    @Override
    public Domain truth() {
        return Domain.group();
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public double[] perSample(Samples samples) {
        double[] losses = new double[samples.count()];
        for (int i = 0; i < losses.length; i++) {
            Pairs pairs = new Pairs(samples, i);
            losses[i] = Elementary.softplus(pairs.exponent());
        }
        return losses;
    }

    @Override
    public void addGradient(Samples samples, int i, double factor, double[] gradient) {
        Pairs pairs = new Pairs(samples, i);
        double pace = factor * Elementary.sigmoid(pairs.exponent());
        if (pace == 0) {
            return;
        }
        for (int j = 0; j < samples.count(); j++) {
            if (j != i) {
                boolean same = samples.truth()[j] == samples.truth()[i];
                double share = Elementary.exp(pairs.terms[j] - (same ? pairs.positives : pairs.negatives));
                Dot.addSlope(samples, i, j, pace * share * slope(same, pairs.similarities[j]), gradient);
            }
        }
    }

    private double term(boolean same, double s) {
        return same
                ? -gamma * Math.max(0, 1 + margin - s) * (s - 1 + margin)
                : gamma * Math.max(0, s + margin) * (s - margin);
    }

    private double slope(boolean same, double s) {
        if (same) {
            return s < 1 + margin ? gamma * 2 * (s - 1) : 0;
        }
        return s > -margin ? gamma * 2 * s : 0;
    }

    /** One sample's similarities with all others. */
    private final class Pairs {
        private final double[] similarities;
        private final double[] terms;
        private final double positives;
        private final double negatives;

        Pairs(Samples samples, int i) {
            int count = samples.count();
            similarities = new double[count];
            terms = new double[count];
            double[] same = new double[count];
            double[] other = new double[count];
            int positive = 0;
            int negative = 0;
            for (int j = 0; j < count; j++) {
                if (j != i) {
                    boolean together = samples.truth()[j] == samples.truth()[i];
                    similarities[j] = Dot.of(samples, i, j);
                    terms[j] = term(together, similarities[j]);
                    if (together) {
                        same[positive++] = terms[j];
                    } else {
                        other[negative++] = terms[j];
                    }
                }
            }
            positives = Elementary.logSumExp(same, 0, positive);
            negatives = Elementary.logSumExp(other, 0, negative);
        }

        double exponent() {
            return positives + negatives;
        }
    }
}
