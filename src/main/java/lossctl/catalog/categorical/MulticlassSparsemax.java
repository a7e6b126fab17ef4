package lossctl.catalog.categorical;

import java.util.Arrays;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The loss of the nearest point of the simplex: probabilities that can be exactly 0. */
public record MulticlassSparsemax() implements ClassLoss {
    public static final Spec SPEC = Spec.of("multiclass_sparsemax", new MulticlassSparsemax())
            .summary("loss of the sparse softmax")
            .aliases("multiclass_sparsemax_loss")
            .formula(
                    "p = max(0, x - threshold), by a threshold for which it adds up to 1;  sum of p[j] (x[j] - x[truth] + (1 - p[j]) / 2)")
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
    private static Twofold[] project(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double best = sorted[x.length - 1];
        Twofold sum = Twofold.of(0);
        Twofold threshold = Twofold.of(-1);
        for (int n = 1; n <= x.length; n++) {
            Twofold next = Twofold.sum(sorted[x.length - n], -best);
            sum = sum.plus(next);
            if (next.times(n).plus(1).minus(sum).high() > 0) {
                threshold = sum.plus(-1).over(Twofold.of(n));
            }
        }
        Twofold[] point = new Twofold[x.length];
        for (int j = 0; j < x.length; j++) {
            point[j] = Twofold.sum(x[j], -best).minus(threshold);
            point[j] = point[j].high() > 0 ? point[j] : Twofold.of(0);
        }
        return point;
    }

    @Override
    public double value(int label, double[] x) {
        Twofold[] p = project(x);
        Twofold sum = Twofold.of(0);
        for (int j = 0; j < x.length; j++) {
            if (p[j].high() > 0) {
                Twofold half = Twofold.of(1).minus(p[j]).scaled(-1);
                sum = sum.plus(Twofold.sum(x[j], -x[label]).plus(half).times(p[j]));
            }
        }
        return Math.max(0, sum.value());
    }

    @Override
    public Steps steps(Samples samples) {
        double[] x = samples.prediction();
        Twofold[] point = project(x);
        double[] p = Arrays.stream(point).mapToDouble(Twofold::value).toArray();
        double threshold =
                Arrays.stream(x).max().orElse(0) - Arrays.stream(p).max().orElse(0);
        return new Steps()
                .with("threshold", threshold)
                .with("p", p)
                .giving("sum of p[j] (x[j] - x[truth] + (1 - p[j]) / 2)");
    }

    @Override
    public void gradient(int label, double[] x, double[] gradient) {
        Twofold[] p = project(x);
        for (int j = 0; j < x.length; j++) {
            gradient[j] = (j == label ? p[j].plus(-1) : p[j]).value();
        }
    }

    @Override
    public void hessian(int label, double[] x, double[] diagonal) {
        Twofold[] p = project(x);
        int count = 0;
        for (Twofold each : p) {
            count += each.high() > 0 ? 1 : 0;
        }
        for (int j = 0; j < p.length; j++) {
            diagonal[j] = p[j].high() > 0 ? 1 - 1.0 / count : 0;
        }
    }
}
