package lossctl.catalog.divergence;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;

/** The Hellinger distance: the Euclidean one of the square roots. */
public record Hellinger() implements RowLoss {
    public static final Spec SPEC = Spec.of("hellinger", new Hellinger())
            .summary("Hellinger distance of truth and prediction")
            .aliases("hellinger_distance")
            .formula("d = sqrt(sum over j of (sqrt(t[j]) - sqrt(p[j]))^2 / 2);  d")
            .slope("(1 - sqrt(t[j] / p[j])) / (4 d)")
            .traits(Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("The gradient of equal rows is 0.")
            .example(Example.row(new double[] {1, 0}, 0, 1).gives(1))
            .example(Example.row(new double[] {1, 0}, 0.25, 0.75)
                    .gives(0.7071067811865476, -0.35355339059327373, 0.35355339059327373))
            .plot(0, 1)
            .source("Hellinger 1909, doi:10.1515/crll.1909.136.210; examples: 1, sqrt(1/2)")
            .build();

    /** Squares below it lose digits. */
    private static final double TINY = 1e-290;

    @Override
    public Domain truth() {
        return Domain.probabilities();
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    @Override
    public double value(double[] truth, double[] p) {
        double half = Roots.halfSquares(truth, p);
        if (half > TINY) {
            return Math.sqrt(half);
        }
        double[] differences = new double[p.length];
        for (int j = 0; j < p.length; j++) {
            differences[j] = Roots.difference(truth[j], p[j]);
        }
        return Elementary.norm2(differences) / Math.sqrt(2);
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        double distance = value(truth, p);
        for (int j = 0; j < p.length; j++) {
            double difference = Roots.difference(truth[j], p[j]);
            double slope = truth[j] == 0 ? 1 : -difference / Math.sqrt(p[j]);
            gradient[j] = difference == 0 ? 0 : slope / (4 * distance);
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        double distance = value(truth, p);
        double[] shares = new double[p.length];
        for (int j = 0; j < p.length; j++) {
            shares[j] = distance == 0 ? 0 : Roots.difference(truth[j], p[j]) / distance;
        }
        for (int j = 0; j < p.length; j++) {
            double others = 0;
            for (int i = 0; i < p.length; i++) {
                others += i == j ? 0 : shares[i] * shares[i];
            }
            diagonal[j] = distance == 0 ? 0 : bend(truth[j], p[j], shares[j], others, distance) / (16 * distance);
        }
    }

    /** The second derivative times 16 distances, from a difference of roots and the squares of the others, in distances. */
    private static double bend(double t, double p, double share, double others, double distance) {
        if (t == 0) {
            return -1 / distance / distance;
        }
        double pull = others == 0 ? 0 : others * Math.sqrt(t / p);
        return (pull + share * share * (Roots.difference(t, p) / Math.sqrt(p))) / p;
    }
}
