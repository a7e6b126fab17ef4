package lossctl.catalog.forecast;

import lossctl.loss.ClassLoss;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;

/** The squared distance of cumulative probabilities: for classes in an order, where a near miss is a smaller one. */
public record RankedProbabilityScore(boolean normalized) implements ClassLoss {
    public static final Spec SPEC = Spec.of("ranked_probability_score", new RankedProbabilityScore(false))
            .summary("squared distance of cumulative probabilities, for ordered classes")
            .aliases("rps")
            .formula("P[j] = p[0] + ... + p[j];  sum over j < k - 1 of (P[j] - [truth <= j])^2;  normalized: / (k - 1)")
            .slope("by p[i]: 2 times the sum of P[j] - [truth <= j] over j from i to k - 2")
            .flag("normalized", "divide by k - 1, so that the greatest score is 1")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE, Trait.PROPER)
            .note("The classes are in their order: class 0 is next to class 1, not to class 2.")
            .note("Two classes: half the brier of the row.")
            .example(Example.row(new double[] {0}, 0.25, 0.5, 0.25).gives(0.625, -2, -0.5, 0))
            .example(Example.row(new double[] {1}, 0.25, 0.5, 0.25)
                    .with("normalized", true)
                    .gives(0.0625))
            .plot(0, 1)
            .source("Epstein 1969, doi:10.1175/1520-0450(1969)008<0985:ASSFPF>2.0.CO;2; examples by hand")
            .build();

    @Override
    public RankedProbabilityScore with(Params params) {
        return new RankedProbabilityScore(params.flag("normalized"));
    }

    @Override
    public Domain prediction() {
        return Domain.probabilities();
    }

    private double scale(int k) {
        return normalized && k > 1 ? k - 1 : 1;
    }

    @Override
    public double value(int label, double[] p) {
        CompensatedSum distance = new CompensatedSum();
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < p.length - 1; j++) {
            distance.add(p[j]);
            if (j == label) {
                distance.add(-1);
            }
            double d = distance.value();
            sum.add(d * d);
        }
        return sum.value() / scale(p.length);
    }

    @Override
    public void gradient(int label, double[] p, double[] gradient) {
        CompensatedSum distance = new CompensatedSum();
        for (int j = 0; j < p.length - 1; j++) {
            distance.add(p[j]);
            if (j == label) {
                distance.add(-1);
            }
            gradient[j] = distance.value();
        }
        double sum = 0;
        gradient[p.length - 1] = 0;
        for (int j = p.length - 2; j >= 0; j--) {
            sum += gradient[j];
            gradient[j] = 2 * sum / scale(p.length);
        }
    }

    @Override
    public void hessian(int label, double[] p, double[] diagonal) {
        for (int j = 0; j < p.length; j++) {
            diagonal[j] = 2 * (p.length - 1 - j) / scale(p.length);
        }
    }

    @Override
    public Steps steps(Samples samples) {
        double[] sums = new double[Math.max(1, samples.outputs() - 1)];
        double[] reached = new double[sums.length];
        for (int j = 0; j < samples.outputs() - 1; j++) {
            sums[j] = samples.prediction()[j] + (j > 0 ? sums[j - 1] : 0);
            reached[j] = samples.truth()[0] <= j ? 1 : 0;
        }
        return new Steps()
                .with("P", sums)
                .with("reached", reached)
                .giving(normalized ? "sum of (P[i] - reached[i])^2 / (k - 1)" : "sum of (P[i] - reached[i])^2");
    }
}
