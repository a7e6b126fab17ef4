package lossctl.catalog.categorical;

import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** What the score of the true class lacks to a margin of 1 above the best of the others. */
public record MulticlassHinge() implements ClassLoss {
    public static final Spec SPEC = Spec.of("multiclass_hinge", new MulticlassHinge())
            .summary("what the true class lacks to a margin of 1 above the best other class")
            .aliases("multiclass_hinge_loss", "crammer_singer", "crammer_singer_loss")
            .formula("h = max over j of (0 if j = truth, else 1 + x[j] - x[truth]);  h")
            .slope("0 if h = 0, -1 if j = truth, 1 if 1 + x[j] - x[truth] = h, else 0")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Equal best scores share the slope evenly; where the margin is just met, half of it counts.")
            .example(Example.row(new double[] {1}, -5, -1, 2).gives(4, 0, -1, 1))
            .example(Example.row(new double[] {1}, -5, -1).gives(0, 0, 0))
            .source("Crammer and Singer 2001, On the algorithmic implementation of multiclass kernel-based vector"
                    + " machines, JMLR 2:265-292; examples: by hand")
            .build();

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    /** The greatest score of the other classes; negative infinity where there is none. */
    static double best(int label, double[] x) {
        double best = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < x.length; j++) {
            best = j == label ? best : Math.max(best, x[j]);
        }
        return best;
    }

    private static double lack(int label, double[] x, double best) {
        if (x.length == 1) {
            return best;
        }
        CompensatedSum lack = new CompensatedSum();
        lack.add(1);
        lack.add(best);
        lack.add(-x[label]);
        return lack.value();
    }

    @Override
    public double value(int label, double[] x) {
        return Math.max(0, lack(label, x, best(label, x)));
    }

    @Override
    public void gradient(int label, double[] x, double[] gradient) {
        double best = best(label, x);
        double lack = lack(label, x, best);
        double share = lack > 0 ? 1 : lack == 0 ? 0.5 : 0;
        int equal = 0;
        for (int j = 0; j < x.length; j++) {
            equal += j != label && x[j] == best ? 1 : 0;
        }
        for (int j = 0; j < x.length; j++) {
            gradient[j] = j == label ? -share : x[j] == best ? share / equal : 0;
        }
    }

    @Override
    public void hessian(int label, double[] x, double[] diagonal) {
        java.util.Arrays.fill(diagonal, 0);
    }
}
