package lossctl.catalog.categorical;

import java.util.Arrays;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** The loss of the nearest point of the simplex: probabilities that can be exactly 0. */
public record MulticlassSparsemax() implements ClassLoss {
    public static final Spec SPEC = Spec.of("multiclass_sparsemax", new MulticlassSparsemax())
            .summary("loss of the sparse softmax")
            .aliases("multiclass_sparsemax_loss")
            .formula("p = the point of the simplex next to x;  sum of p[j] (x[j] - x[truth] + (1 - p[j]) / 2)")
            .slope("p - onehot(truth)")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("0 as soon as the true class is ahead by 1.")
            .example(Example.row(new double[] {0}, 0, 0).gives(0.25, -0.5, 0.5))
            .example(Example.row(new double[] {1}, 1, 0.5, -3).gives(0.5625, 0.75, -0.75, 0))
            .example(Example.row(new double[] {0}, 2, 1, -3).gives(0, 0, 0, 0))
            .source("Martins and Astudillo 2016, arXiv:1602.02068; examples: by hand")
            .build();

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    /** The nearest point of the simplex. */
    private static double[] project(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double best = sorted[x.length - 1];
        double sum = 0;
        double threshold = -1;
        for (int n = 1; n <= x.length; n++) {
            double next = sorted[x.length - n] - best;
            sum += next;
            if (1 + n * next > sum) {
                threshold = (sum - 1) / n;
            }
        }
        double[] point = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            point[j] = Math.max(0, x[j] - best - threshold);
        }
        return point;
    }

    @Override
    public double value(int label, double[] x) {
        double[] p = project(x);
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < x.length; j++) {
            sum.addProduct(p[j], x[j] - x[label]);
            sum.addProduct(p[j] / 2, 1 - p[j]);
        }
        return Math.max(0, sum.value());
    }

    @Override
    public void gradient(int label, double[] x, double[] gradient) {
        double[] p = project(x);
        System.arraycopy(p, 0, gradient, 0, p.length);
        gradient[label]--;
    }

    @Override
    public void hessian(int label, double[] x, double[] diagonal) {
        double[] p = project(x);
        int count = 0;
        for (double each : p) {
            count += each > 0 ? 1 : 0;
        }
        for (int j = 0; j < p.length; j++) {
            diagonal[j] = p[j] > 0 ? 1 - 1.0 / count : 0;
        }
    }
}
