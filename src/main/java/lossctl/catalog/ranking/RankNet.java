package lossctl.catalog.ranking;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.RowLoss;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.CompensatedSum;
import lossctl.num.Interval;

/** The logistic loss of every pair of a list whose order is known. */
public record RankNet() implements RowLoss {
    public static final Spec SPEC = Spec.of("rank_net", new RankNet())
            .summary("sum over pairs of a list of the logistic loss of their difference")
            .aliases("rank_net_loss", "pairwise_logistic", "pair_logit", "rank_pairwise")
            .formula("sum over j of (sum over i of (ln(1 + e^(x[j] - x[i])) if t[i] > t[j], else 0))")
            .slope("sum over i of (1 / (1 + e^(x[i] - x[j])) if t[i] > t[j],"
                    + " -1 / (1 + e^(x[j] - x[i])) if t[i] < t[j], else 0)")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.LIPSCHITZ, Trait.NON_NEGATIVE)
            .note("A row is a list; pairs of equal truths do not count.")
            .example(Example.row(new double[] {2, 1, 1}, 0, 0, 0).gives(1.3862943611198906, -1, 0.5, 0.5))
            .example(Example.row(new double[] {1, 1}, 0, 3).gives(0, 0, 0))
            .source("Burges et al. 2005, doi:10.1145/1102351.1102363; examples: 2 ln 2, and no pair")
            .build();

    @Override
    public Domain truth() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public int leastOutputs() {
        return 2;
    }

    @Override
    public double value(double[] truth, double[] p) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                sum.add(truth[i] > truth[j] ? Pair.cost(p[i], p[j]) : 0);
            }
        }
        return sum.value();
    }

    @Override
    public Steps steps(Samples samples) {
        double[] truth = samples.truth();
        double[] x = samples.prediction();
        DoubleStream.Builder costs = DoubleStream.builder();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                if (truth[i] > truth[j]) {
                    costs.add(Pair.cost(x[i], x[j]));
                }
            }
        }
        double[] pairs = costs.build().toArray();
        return pairs.length == 0 ? Steps.NONE : new Steps().with("pairs", pairs).giving("sum of pairs[i]");
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        CompensatedSum[] sums = new CompensatedSum[p.length];
        Arrays.setAll(sums, i -> new CompensatedSum());
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                if (truth[i] > truth[j]) {
                    Pair.addSlope(p[i], p[j], sums[j], sums[i]);
                }
            }
        }
        for (int i = 0; i < p.length; i++) {
            gradient[i] = sums[i].value();
        }
    }

    @Override
    public void hessian(double[] truth, double[] p, double[] diagonal) {
        for (int i = 0; i < p.length; i++) {
            diagonal[i] = 0;
            for (int j = 0; j < p.length; j++) {
                diagonal[i] += truth[i] == truth[j] ? 0 : Pair.bend(p[i], p[j]);
            }
        }
    }
}
