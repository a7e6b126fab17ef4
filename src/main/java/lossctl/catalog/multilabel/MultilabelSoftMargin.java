package lossctl.catalog.multilabel;

import lossctl.catalog.categorical.ClassFactors;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * The mean over classes of the binary cross-entropy of each class's own score.
 *
 * @param weights a factor a class; null for 1
 */
public record MultilabelSoftMargin(double[] weights) implements RowLoss {
    public static final Spec SPEC = Spec.of("multilabel_soft_margin", new MultilabelSoftMargin(null))
            .summary("mean over classes of the binary cross-entropy of raw scores")
            .aliases("multilabel_soft_margin_loss", "multi_logloss")
            .formula("w = 1;  with class_weights: w = class_weights;"
                    + "  1/k sum over classes of w (t[j] ln(1 + e^-x[j]) + (1 - t[j]) ln(1 + e^x[j]))")
            .slope("w / k (1 / (1 + e^-x) - t)")
            .numbers(
                    "class_weights",
                    Interval.NON_NEGATIVE,
                    "a factor a class, from class 0; the mean is over k classes")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("Truths are flags, or any value in [0, 1].")
            .example(Example.row(new double[] {1, 0}, 0, 0).gives(0.6931471805599453, -0.25, 0.25))
            .example(Example.row(new double[] {1, 0}, 0, 0)
                    .with("class_weights", new double[] {4, 0})
                    .gives(1.3862943611198906, -1, 0))
            .example(Example.row(new double[] {0, 1}, 800, 800).gives(400))
            .source("PyTorch, MultiLabelSoftMarginLoss; examples: ln 2, 2 ln 2, 400")
            .build();

    @Override
    public MultilabelSoftMargin with(Params params) {
        return new MultilabelSoftMargin(params.numbers("class_weights"));
    }

    private static final double FAR = 0x1p-100;

    @Override
    public Domain truth() {
        return Domain.row(Interval.UNIT);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    private double weight(int j, int k) {
        return weights == null ? 1 : ClassFactors.check("--class-weights", weights, k)[j];
    }

    @Override
    public double value(double[] truth, double[] x) {
        double value = value(truth, x, 1);
        // the sum may be past the range of doubles where the mean is not
        return value <= Double.MAX_VALUE ? value : value(truth, x, FAR) / FAR;
    }

    private double value(double[] truth, double[] x, double unit) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < x.length; j++) {
            double w = unit * weight(j, x.length);
            sum.addProduct(w * truth[j], truth[j] == 0 ? 0 : Elementary.softplus(-x[j]));
            sum.addProduct(w * (1 - truth[j]), truth[j] == 1 ? 0 : Elementary.softplus(x[j]));
        }
        return sum.value() / x.length;
    }

    @Override
    public void gradient(double[] truth, double[] x, double[] gradient) {
        for (int j = 0; j < x.length; j++) {
            double up = (1 - truth[j]) * Elementary.sigmoid(x[j]);
            gradient[j] = weight(j, x.length) * (up - truth[j] * Elementary.sigmoid(-x[j])) / x.length;
        }
    }

    @Override
    public void hessian(double[] truth, double[] x, double[] diagonal) {
        for (int j = 0; j < x.length; j++) {
            double bend = Elementary.sigmoid(x[j]) * Elementary.sigmoid(-x[j]);
            diagonal[j] = weight(j, x.length) * bend / x.length;
        }
    }
}
