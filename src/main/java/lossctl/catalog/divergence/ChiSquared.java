package lossctl.catalog.divergence;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;

/** The squared differences, each over the prediction: the statistic of Pearson. */
public record ChiSquared() implements RowLoss {
    public static final Spec SPEC = Spec.of("chi_squared", new ChiSquared())
            .summary("Pearson's chi-squared divergence of truth from prediction")
            .aliases("chi_squared_divergence", "pearson_chi_squared", "chi2")
            .formula("sum over j of ((t[j] - p[j])^2 / p[j])")
            .slope("1 - (t[j] / p[j])^2")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("A prediction of 0 for what is possible costs Infinity.")
            .example(Example.row(new double[] {0.5, 0.5}, 0.25, 0.75).gives(0.3333333333333333, -3, 0.5555555555555556))
            .plot(0, 1)
            .source("Pearson 1900, doi:10.1080/14786440009463897; example: by hand")
            .build();

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
            double e = truth[j] - p[j];
            sum.add(e == 0 ? 0 : e / p[j] * e);
        }
        return sum.value();
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        for (int j = 0; j < p.length; j++) {
            gradient[j] = truth[j] == p[j] ? 0 : (p[j] - truth[j]) / p[j] * (1 + truth[j] / p[j]);
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        for (int j = 0; j < p.length; j++) {
            diagonal[j] = truth[j] == 0 ? 0 : 2 * (truth[j] / p[j]) * (truth[j] / p[j]) / p[j];
        }
    }
}
