package lossctl.catalog.divergence;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The Kullback-Leibler divergence of rows that need not sum to 1: never below zero. */
public record GeneralizedKl() implements RowLoss {
    public static final Spec SPEC = Spec.of("generalized_kl", new GeneralizedKl())
            .summary("Kullback-Leibler divergence of rows that need not sum to 1")
            .aliases("generalized_kl_divergence", "convex_kl_divergence", "convex_kl", "i_divergence")
            .formula("sum over j of (t[j] ln(t[j] / p[j]) + p[j] - t[j])")
            .slope("1 - t[j] / p[j]")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("0 ln 0 = 0; a prediction of 0 for what is possible costs Infinity.")
            .example(Example.row(new double[] {1, 0}, 2, 3).gives(3.306852819440055, 0.5, 1))
            .example(Example.row(new double[] {0.5, 0.5}, 0.5, 0.5).gives(0, 0, 0))
            .plot(0, 1)
            .source("Csiszar 1975, doi:10.1214/aop/1176996454; examples: 4 - ln 2, 0")
            .build();

    @Override
    public Domain truth() {
        return Domain.row(Interval.NON_NEGATIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.NON_NEGATIVE);
    }

    @Override
    public double value(double[] truth, double[] p) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < p.length; j++) {
            double t = truth[j];
            double ratio = (p[j] - t) / t;
            if (Math.abs(ratio) < 0.5) {
                // t ln(t/p) + p - t = -t (ln(1 + r) - r) with r = (p - t)/t, without cancellation
                sum.add(-t * Elementary.log1pMinus(ratio));
            } else if (t > 0 && p[j] > 0) {
                sum.add(apart(t, p[j]));
            } else if (t != p[j]) {
                sum.add(t > 0 ? Double.POSITIVE_INFINITY : p[j]);
            }
        }
        return 0 + sum.value();
    }

    /** The term where t and p are far enough apart for logarithms, but not so that nothing cancels. */
    private static double apart(double t, double p) {
        Twofold difference = Twofold.sum(t, -p);
        Twofold log = Twofold.logRatio(Twofold.of(t), Twofold.of(p), difference);
        return log.times(t).minus(difference).value();
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        for (int j = 0; j < p.length; j++) {
            gradient[j] = truth[j] == 0 ? 1 : (p[j] - truth[j]) / p[j];
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        for (int j = 0; j < p.length; j++) {
            diagonal[j] = truth[j] == 0 ? 0 : truth[j] / p[j] / p[j];
        }
    }
}
