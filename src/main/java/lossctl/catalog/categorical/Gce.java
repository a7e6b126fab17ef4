package lossctl.catalog.categorical;

import java.util.Arrays;
import lossctl.loss.Adjustment;
import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * Between the cross-entropy (q towards 0) and the absolute error (q = 1): bears wrong labels.
 *
 * @param q how much they are borne
 */
public record Gce(double q) implements ClassLoss {
    public static final Spec SPEC = Spec.of("gce", new Gce(0.5))
            .summary("generalized cross-entropy, for labels of which some are wrong")
            .aliases("generalized_cross_entropy", "categorical_generalized_cross_entropy")
            .formula("(1 - p[truth]^q) / q")
            .slope("-onehot(truth) p^(q - 1)")
            .param("q", 0.5, new Interval(0, true, 1, false), "0 is the cross-entropy, 1 the absolute error")
            .accepts(Adjustment.CLIP, Adjustment.NORMALIZE, Adjustment.IGNORE_INDEX, Adjustment.CLASS_WEIGHTS)
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("A true class of probability 0 costs 1/q; its slope is infinite unless q = 1.")
            .example(Example.row(new double[] {1}, 0.75, 0.25).gives(1, 0, -2))
            .example(Example.row(new double[] {0}, 0, 1).with("q", 0.25).gives(4))
            .plot(0, 1)
            .source("Zhang and Sabuncu 2018, arXiv:1805.07836; examples: by hand")
            .build();

    @Override
    public Gce with(Params params) {
        return new Gce(params.number("q"));
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    @Override
    public double value(int label, double[] p) {
        return 0 - Elementary.expm1(q * Elementary.log(p[label])) / q;
    }

    @Override
    public void gradient(int label, double[] p, double[] gradient) {
        Arrays.fill(gradient, 0);
        gradient[label] = q == 1 ? -1 : -steepness(p[label]);
    }

    /** p^(q - 1), q below 1: that exponent would be rounded, which small probabilities magnify. */
    private double steepness(double p) {
        return p == 0 ? Double.POSITIVE_INFINITY : Elementary.pow(p, q) / p;
    }

    @Override
    public void hessian(int label, double[] p, double[] diagonal) {
        Arrays.fill(diagonal, 0);
        diagonal[label] = q == 1 ? 0 : (1 - q) * (steepness(p[label]) / p[label]);
    }
}
