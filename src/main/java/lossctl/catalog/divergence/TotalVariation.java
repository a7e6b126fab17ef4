package lossctl.catalog.divergence;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;

/** Half the absolute differences of two distributions: the greatest difference of any event. */
public record TotalVariation() implements RowLoss {
    public static final Spec SPEC = Spec.of("total_variation", new TotalVariation())
            .summary("half the sum of absolute differences of probabilities")
            .aliases("total_variation_distance", "tv_distance")
            .formula("sum over j of |p[j] - t[j]| / 2")
            .slope("sign(p[j] - t[j]) / 2")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .example(
                    Example.row(new double[] {0.5, 0.25, 0.25}, 0.25, 0.25, 0.5).gives(0.25, -0.5, 0, 0.5))
            .plot(0, 1)
            .source("Levin, Peres and Wilmer 2009, Markov Chains and Mixing Times, chapter 4; example: by hand")
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
            sum.add(Math.abs(p[j] - truth[j]));
        }
        return sum.value() / 2;
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        for (int j = 0; j < p.length; j++) {
            gradient[j] = Math.signum(p[j] - truth[j]) / 2;
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        Arrays.fill(diagonal, 0);
    }
}
