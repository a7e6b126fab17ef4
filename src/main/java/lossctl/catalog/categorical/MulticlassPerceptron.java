package lossctl.catalog.categorical;

import java.util.Arrays;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** What the score of the true class lacks to being the greatest. */
public record MulticlassPerceptron() implements ClassLoss {
    public static final Spec SPEC = Spec.of("multiclass_perceptron", new MulticlassPerceptron())
            .summary("what the true class lacks to the greatest score")
            .aliases("multiclass_perceptron_loss")
            .formula("max over j of x[j] - x[truth]")
            .slope("(1 if x[j] = max of x, else 0) - (1 if j = truth, else 0)")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Equal greatest scores share the slope evenly.")
            .example(Example.row(new double[] {0}, 1, 4, 2).gives(3, -1, 1, 0))
            .example(Example.row(new double[] {1}, 1, 4, 2).gives(0, 0, 0, 0))
            .source("Crammer and Singer 2003, JMLR 3:951-991; optax, multiclass_perceptron_loss; examples: by hand")
            .build();

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public double value(int label, double[] x) {
        return Math.max(x[label], MulticlassHinge.best(label, x)) - x[label];
    }

    @Override
    public void gradient(int label, double[] x, double[] gradient) {
        double best = Math.max(x[label], MulticlassHinge.best(label, x));
        int equal = 0;
        for (double each : x) {
            equal += each == best ? 1 : 0;
        }
        for (int j = 0; j < x.length; j++) {
            gradient[j] = (x[j] == best ? 1.0 / equal : 0) - (j == label ? 1 : 0);
        }
    }

    @Override
    public void hessian(int label, double[] x, double[] diagonal) {
        Arrays.fill(diagonal, 0);
    }
}
