package lossctl.catalog.divergence;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** The Jensen-Shannon divergence: that of both rows from their mean. */
public record Jsd() implements RowLoss {
    public static final Spec SPEC = Spec.of("jsd", new Jsd())
            .summary("Jensen-Shannon divergence of truth and prediction")
            .aliases("jensen_shannon", "jensen_shannon_divergence", "js_divergence")
            .formula("(sum of t[j] ln(t[j]/m[j]) + sum of p[j] ln(p[j]/m[j])) / 2, m = (t + p) / 2")
            .slope("ln(2 p[j] / (t[j] + p[j])) / 2")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("From 0 to ln 2 for rows that sum to 1.")
            .example(Example.row(new double[] {1, 0}, 0, 1).gives(0.6931471805599453))
            .example(Example.row(new double[] {1, 0}, 0.5, 0.5)
                    .gives(0.21576155433883565, -0.2027325540540822, 0.34657359027997264))
            .plot(0, 1)
            .source("Lin 1991, doi:10.1109/18.61115; examples: ln 2, and mpmath")
            .build();

    /** Terms of a series of powers of at most 1/4. */
    private static final int TERMS = 28;

    @Override
    public Domain truth() {
        return Domain.probabilities();
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    @Override
    public double value(double[] truth, double[] p) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < p.length; j++) {
            double all = truth[j] + p[j];
            if (Math.abs(p[j] - truth[j]) <= all / 2 && all > 0) {
                sum.add(bend(truth[j], p[j]));
            } else if (all > 0) {
                Twofold exact = Twofold.sum(truth[j], p[j]);
                sum.add(gain(truth[j], exact).plus(gain(p[j], exact)).value() / 2);
            }
        }
        return sum.value();
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        for (int j = 0; j < p.length; j++) {
            double all = truth[j] + p[j];
            double u = (p[j] - truth[j]) / all;
            gradient[j] = all == 0 ? 0 : (u > -0.5 ? Elementary.log1p(u) : low(p[j], all)) / 2;
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        for (int j = 0; j < p.length; j++) {
            diagonal[j] = truth[j] == 0 ? 0 : truth[j] / p[j] / (truth[j] + p[j]) / 2;
        }
    }

    /** ln(2 p / all), also where the quotient is below the range of doubles. */
    private static double low(double p, double all) {
        double ratio = 2 * (p / all);
        return ratio < Double.MIN_NORMAL ? Elementary.log(p) - Elementary.log(all / 2) : Elementary.log(ratio);
    }

    /** (t + p)/4 ((1 + u) ln(1 + u) + (1 - u) ln(1 - u)) with u = (p - t)/(p + t): a sum of u^(2n) / (n (2n - 1)). */
    private static double bend(double t, double p) {
        Twofold all = Twofold.sum(t, p);
        Twofold u = Twofold.sum(p, -t).over(all);
        Twofold square = u.times(u);
        double rest = 0;
        for (int n = TERMS; n >= 2; n--) {
            rest = (rest + 1.0 / (n * (2 * n - 1))) * square.high();
        }
        return square.plus(square.times(rest)).times(all).value() / 4;
    }

    /** part ln(2 part / all), whose two sides cancel where they are not far apart. */
    private static Twofold gain(double part, Twofold all) {
        if (part == 0) {
            return Twofold.of(0);
        }
        return Twofold.of(part).log().minus(all.log()).plus(Twofold.of(2).log()).times(part);
    }
}
