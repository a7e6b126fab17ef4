package lossctl.catalog.divergence;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;

/** The work of moving one distribution over ordered classes onto the other. */
public record Wasserstein1() implements RowLoss {
    public static final Spec SPEC = Spec.of("wasserstein1", new Wasserstein1())
            .summary("earth mover's distance of distributions over ordered classes")
            .aliases("emd", "earth_movers_distance", "wasserstein_distance")
            .formula("sum over j of |sum over i <= j of (p[i] - t[i])|")
            .slope("sum over i >= j of sign(sum over n <= i of (p[n] - t[n])), 0 for a sum of 0")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.LIPSCHITZ, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Neighbouring classes are a distance of 1 apart; the truth of a row may be the index of its class.")
            .example(Example.row(new double[] {1, 0, 0}, 0.5, 0.25, 0.25).gives(0.75, -2, -1, 0))
            .example(Example.row(new double[] {0, 0, 1}, 1, 0, 0).gives(2, 2, 1, 0))
            .plot(0, 1)
            .source("Vallender 1974, doi:10.1137/1118101; examples: by hand")
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
        CompensatedSum ahead = new CompensatedSum();
        for (int j = 0; j < p.length - 1; j++) {
            ahead.add(p[j]);
            ahead.add(-truth[j]);
            sum.add(Math.abs(ahead.value()));
        }
        return sum.value();
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        CompensatedSum ahead = new CompensatedSum();
        for (int j = 0; j < p.length; j++) {
            ahead.add(p[j]);
            ahead.add(-truth[j]);
            gradient[j] = j < p.length - 1 ? Math.signum(ahead.value()) : 0;
        }
        for (int j = p.length - 2; j >= 0; j--) {
            gradient[j] += gradient[j + 1];
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        Arrays.fill(diagonal, 0);
    }

    @Override
    public Steps steps(Samples samples) {
        double[] ahead = new double[samples.outputs()];
        for (int j = 0; j < ahead.length - 1; j++) {
            ahead[j + 1] = ahead[j] + samples.prediction()[j] - samples.truth()[j];
        }
        return new Steps().with("ahead", ahead).giving("sum of |ahead[i]|");
    }
}
