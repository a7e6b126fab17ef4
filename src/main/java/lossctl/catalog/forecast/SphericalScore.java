package lossctl.catalog.forecast;

import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Elementary;

/** The probability of the true class over the norm of all probabilities: a proper score that is bounded. */
public record SphericalScore() implements ClassLoss {
    public static final Spec SPEC = Spec.of("spherical_score", new SphericalScore())
            .summary("probability of the true class over the norm of all: more is better")
            .aliases("spherical_scoring_rule")
            .formula("r = sqrt(sum of p[j]^2);  p[truth] / r")
            .slope("(onehot(truth) - p[truth] p / r^2) / r")
            .higherIsBetter()
            .traits(Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Strictly proper; 1 for certainty that came true. As a loss, take 1 less the score.")
            .note("A row of zeros is refused.")
            .example(Example.row(new double[] {0}, 0.6, 0.8).gives(0.6, 0.64, -0.48))
            .example(Example.row(new double[] {1}, 0.25, 0.75).gives(0.9486832980505138))
            .plot(0, 1)
            .source("Good 1971; Gneiting and Raftery 2007, doi:10.1198/016214506000001437; examples by hand")
            .build();

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    private static double norm(double[] p) {
        double norm = Elementary.norm2(p);
        if (norm == 0) {
            throw new UndefinedLoss("every probability of the row is 0");
        }
        return norm;
    }

    @Override
    public double value(int label, double[] p) {
        return p[label] / norm(p);
    }

    @Override
    public void gradient(int label, double[] p, double[] gradient) {
        double norm = norm(p);
        double others = 0;
        for (int j = 0; j < p.length; j++) {
            double share = p[j] / norm;
            others += j == label ? 0 : share * share;
            gradient[j] = -p[label] / norm * share / norm;
        }
        gradient[label] = others / norm;
    }

    @Override
    public void hessian(int label, double[] p, double[] diagonal) {
        double norm = norm(p);
        double score = p[label] / norm;
        double[] others = p.clone();
        others[label] = 0;
        double rest = Elementary.norm2(others) / norm;
        for (int j = 0; j < p.length; j++) {
            double share = p[j] / norm;
            double bend = j == label ? -3 * rest * rest : 3 * share * share - 1;
            diagonal[j] = score * bend / norm / norm;
        }
    }
}
