package lossctl.catalog.categorical;

import java.util.Arrays;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/**
 * What the score of the true class lacks to a margin above each of the others: the hinge of Weston and Watkins.
 *
 * @param p 1, or 2 for the square of each lack
 * @param margin by how much the true class should be ahead
 * @param weights a factor a class, that of the true class counts; null for 1
 */
public record MultiMargin(int p, double margin, double[] weights) implements ClassLoss {
    public static final Spec SPEC = Spec.of("multi_margin", new MultiMargin(1, 1, null))
            .summary("what the true class lacks to a margin above every other class")
            .aliases("multi_margin_loss", "weston_watkins", "multiclass_hinge_weston_watkins")
            .formula("w = 1;  with class_weights: w = class_weights[truth];"
                    + "  w / k sum over j of (0 if j = truth, else max(0, margin - x[truth] + x[j])^p)")
            .slope("d = w p / k, s = sum over j of (0 if j = truth, max(0, margin - x[truth] + x[j])^(p - 1)"
                    + " if margin - x[truth] + x[j] > 0, else 0);  -d s if j = truth,"
                    + " d max(0, margin - x[truth] + x[j])^(p - 1) if margin - x[truth] + x[j] > 0, else 0")
            .integer("p", 1, Interval.between(1, 2), "1, or 2 for squares")
            .param("margin", 1, Interval.REAL, "by how much the true class should be ahead")
            .numbers(
                    "class_weights",
                    Interval.NON_NEGATIVE,
                    "a factor a class, from class 0; a mean stays one of samples")
            .traits(Trait.CONVEX, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Divided by the number of classes k, as in PyTorch.")
            .note("The slope where the margin is just met is 0, as in PyTorch.")
            .example(Example.row(new double[] {3}, 0.1, 0.2, 0.4, 0.8).gives(0.325, 0.25, 0.25, 0.25, -0.75))
            .example(Example.row(new double[] {0}, 1, 2).with("p", 2).gives(2, -2, 2))
            .example(Example.row(new double[] {0}, 1, 2)
                    .with("class_weights", new double[] {3, 1})
                    .gives(3))
            .source("Weston and Watkins 1999, Support vector machines for multi-class pattern recognition;"
                    + " first example: PyTorch, MultiMarginLoss")
            .build();

    /** Lacks are told in this unit where they, or the sum of their squares, would leave the range of doubles. */
    private static final double FAR = 0x1p-600;

    private static final int FAR_BITS = 600;

    @Override
    public MultiMargin with(Params params) {
        return new MultiMargin(params.integer("p"), params.number("margin"), params.numbers("class_weights"));
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    private double weight(int label, int k) {
        return weights == null ? 1 : ClassFactors.check("--class-weights", weights, k)[label];
    }

    private double lack(int label, int j, double[] x, double unit) {
        CompensatedSum lack = new CompensatedSum();
        lack.add(margin * unit);
        lack.add(-x[label] * unit);
        lack.add(x[j] * unit);
        return lack.value();
    }

    @Override
    public double value(int label, double[] x) {
        double value = weight(label, x.length) * sum(label, x, 1) / x.length;
        return value <= Double.MAX_VALUE
                ? value
                : Math.scalb(weight(label, x.length) * (sum(label, x, FAR) / x.length), p * FAR_BITS);
    }

    /** Of lacks in this unit. */
    private double sum(int label, double[] x, double unit) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < x.length; j++) {
            double lack = j == label ? 0 : Math.max(0, lack(label, j, x, unit));
            sum.addProduct(lack, p == 1 ? 1 : lack);
        }
        return sum.value();
    }

    @Override
    public void gradient(int label, double[] x, double[] gradient) {
        gradient(label, x, 1, gradient);
        if (p == 2 && !(Math.abs(gradient[label]) <= Double.MAX_VALUE)) {
            gradient(label, x, FAR, gradient);
            Arrays.setAll(gradient, j -> Math.scalb(gradient[j], FAR_BITS));
        }
    }

    private void gradient(int label, double[] x, double unit, double[] gradient) {
        double factor = weight(label, x.length) / x.length;
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < x.length; j++) {
            double lack = j == label ? 0 : Math.max(0, lack(label, j, x, unit));
            double slope = p == 1 ? Math.signum(lack) : 2 * lack;
            gradient[j] = factor * slope;
            sum.add(slope);
        }
        gradient[label] = 0 - factor * sum.value();
    }

    @Override
    public void hessian(int label, double[] x, double[] diagonal) {
        double factor = p == 1 ? 0 : 2 * weight(label, x.length) / x.length;
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            diagonal[j] = j != label && lack(label, j, x, 1) > 0 ? factor : 0;
            sum += diagonal[j];
        }
        diagonal[label] = sum;
    }
}
