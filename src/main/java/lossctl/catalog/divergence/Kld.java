package lossctl.catalog.divergence;

import lossctl.loss.Adjustment;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.ExactSum;
import lossctl.num.Twofold;

/** The Kullback-Leibler divergence of a row of predicted probabilities from the true ones. */
public record Kld() implements RowLoss {
    public static final Spec SPEC = Spec.of("kld", new Kld())
            .summary("Kullback-Leibler divergence of the prediction from the truth")
            .aliases("kl_divergence", "kullback_leibler_divergence", "relative_entropy")
            .formula("sum over classes of t[j] ln(t[j] / p[j])")
            .slope("-t[j] / p[j]")
            .accepts(Adjustment.CLIP, Adjustment.NORMALIZE)
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE, Trait.PROPER)
            .note("0 ln 0 = 0; a prediction of 0 for what is possible costs Infinity.")
            .note("Below zero only where rows do not sum to 1.")
            .example(Example.rows(new double[][] {{0, 1}, {0, 0}}, new double[][] {{0.6, 0.4}, {0.4, 0.6}})
                    .gives(0.4581453659370775))
            .example(Example.row(new double[] {0.5, 0.5}, 0.5, 0.5).gives(0, -1, -1))
            .plot(0, 1)
            .source("Kullback and Leibler 1951, doi:10.1214/aoms/1177729694; first example: Keras, KLDivergence")
            .build();

    private static final double NEAR = 0x1p-20;

    @Override
    public Domain truth() {
        return Domain.probabilities();
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    /**
     * Terms of both signs cancel where the rows are alike: they are carried in two doubles, and next to t = p split into
     * t - p, which is summed exactly, and a rest that is never negative.
     */
    @Override
    public double value(double[] truth, double[] prediction) {
        ExactSum sum = new ExactSum();
        for (int j = 0; j < truth.length; j++) {
            double t = truth[j];
            double p = prediction[j];
            if (t > 0 && Math.abs(t - p) <= NEAR * t) {
                sum.add(t);
                sum.add(-p);
                Twofold rest = rest(t, p);
                sum.add(rest.high());
                sum.add(rest.low());
            } else if (t > 0 && p > 0) {
                Twofold term = Twofold.logRatio(Twofold.of(t), Twofold.of(p), Twofold.sum(t, -p))
                        .times(t);
                sum.add(term.high());
                sum.add(term.low());
            } else if (t > 0) {
                sum.add(Double.POSITIVE_INFINITY);
            }
        }
        return sum.value();
    }

    /** -t (ln(1 + r) - r) with r = (p - t)/t next to 0, in two doubles: the exact part may cancel it. */
    private static Twofold rest(double t, double p) {
        Twofold r = Twofold.sum(p, -t).over(Twofold.of(t));
        Twofold half = r.times(r).scaled(-1).times(t);
        double x = r.high();
        return half.plus(half.times(-x * (2.0 / 3 - x * (0.5 - x * 0.4))));
    }

    @Override
    public void gradient(double[] truth, double[] prediction, double[] gradient) {
        for (int j = 0; j < truth.length; j++) {
            gradient[j] = truth[j] == 0 ? 0 : -truth[j] / prediction[j];
        }
    }

    @Override
    public void hessian(double[] truth, double[] prediction, double[] diagonal) {
        for (int j = 0; j < truth.length; j++) {
            diagonal[j] = truth[j] == 0 ? 0 : truth[j] / prediction[j] / prediction[j];
        }
    }
}
