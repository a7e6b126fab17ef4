package lossctl.catalog.categorical;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** What the score of the true class lacks to a margin of 1 above the best of the others, as Keras defines it. */
public record CategoricalHinge() implements RowLoss {
    public static final Spec SPEC = Spec.of("categorical_hinge", new CategoricalHinge())
            .summary("what the true class lacks to a margin of 1 above the best other, or above 0")
            .aliases("categorical_hinge_loss")
            .formula("max(0, 1 + max over j of (1 - t[j]) x[j] - sum of t[j] x[j])")
            .slope("m = max over j of (1 - t[j]) x[j];"
                    + "  0 if 1 + m - sum of t[j] x[j] <= 0, else (1 - t[j] if (1 - t[j]) x[j] = m, else 0) - t[j]")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("The slot of the true class takes part in the maximum with 0, so that scores below 0 still have to"
                    + " exceed 1: see multiclass_hinge for the maximum over the other classes alone.")
            .note("Equal greatest scores share the slope evenly; where the margin is just met, half of it counts,"
                    + " as in Keras.")
            .note("The truth of a row may be the index of its class.")
            .example(Example.rows(new double[][] {{0, 1}, {0, 0}}, new double[][] {{0.6, 0.4}, {0.4, 0.6}})
                    .gives(1.4))
            .example(Example.row(new double[] {0, 1}, -5, -1).gives(2, 0, -1))
            .source("Keras, CategoricalHinge (first example); second example: by hand")
            .build();

    @Override
    public Domain truth() {
        return Domain.row(Interval.UNIT);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    private static double best(double[] truth, double[] x) {
        double best = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < x.length; j++) {
            best = Math.max(best, (1 - truth[j]) * x[j]);
        }
        return best;
    }

    private static double lack(double[] truth, double[] x) {
        CompensatedSum lack = new CompensatedSum();
        lack.add(1);
        lack.add(best(truth, x));
        for (int j = 0; j < x.length; j++) {
            lack.addProduct(-truth[j], x[j]);
        }
        return lack.value();
    }

    @Override
    public double value(double[] truth, double[] x) {
        return Math.max(0, lack(truth, x));
    }

    @Override
    public void gradient(double[] truth, double[] x, double[] gradient) {
        double lack = lack(truth, x);
        double share = lack > 0 ? 1 : lack == 0 ? 0.5 : 0;
        double best = best(truth, x);
        int equal = 0;
        for (int j = 0; j < x.length; j++) {
            equal += (1 - truth[j]) * x[j] == best ? 1 : 0;
        }
        for (int j = 0; j < x.length; j++) {
            double up = (1 - truth[j]) * x[j] == best ? (1 - truth[j]) / equal : 0;
            gradient[j] = share * (up - truth[j]);
        }
    }

    @Override
    public void hessian(double[] truth, double[] x, double[] diagonal) {
        java.util.Arrays.fill(diagonal, 0);
    }
}
