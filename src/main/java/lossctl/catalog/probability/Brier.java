package lossctl.catalog.probability;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** The squared distance between a forecast and what came: of one probability, or of a row of them. */
public record Brier() implements RowLoss {
    public static final Spec SPEC = Spec.of("brier", new Brier())
            .summary("squared error of probabilities")
            .aliases("brier_score", "brier_score_loss")
            .formula("(truth - p)^2 for one probability; sum over classes of (truth[j] - p[j])^2 for a row")
            .slope("2 (p - truth)")
            .traits(
                    Trait.CONVEX,
                    Trait.SYMMETRIC,
                    Trait.SMOOTH,
                    Trait.LIPSCHITZ,
                    Trait.ZERO_AT_TRUTH,
                    Trait.NON_NEGATIVE,
                    Trait.PROPER)
            .note("Never halved: a row of two probabilities costs twice as much as one of them alone.")
            .note("The truth of a row may be the index of its class.")
            .example(Example.rows(new double[][] {{0}, {1}, {1}, {0}}, new double[][] {{0.1}, {0.9}, {0.8}, {0.3}})
                    .gives(0.0375))
            .example(Example.row(new double[] {0, 1}, 0.25, 0.75).gives(0.125, 0.5, -0.5))
            .plot(0, 1, 0, 1)
            .source("Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2;"
                    + " first example: scikit-learn, brier_score_loss")
            .build();

    @Override
    public boolean takesSingles() {
        return true;
    }

    @Override
    public Domain truth() {
        return Domain.row(Interval.UNIT);
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    @Override
    public double value(double[] truth, double[] p) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < p.length; j++) {
            double e = p[j] - truth[j];
            sum.addProduct(e, e);
        }
        return sum.value();
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        for (int j = 0; j < p.length; j++) {
            gradient[j] = 2 * (p[j] - truth[j]);
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        java.util.Arrays.fill(diagonal, 2);
    }
}
