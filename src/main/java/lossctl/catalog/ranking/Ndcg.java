package lossctl.catalog.ranking;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowLoss;
import lossctl.loss.Spec;
import lossctl.loss.UndefinedLoss;
import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;
import lossctl.num.Interval;

/**
 * The discounted gain of a list in the order of its scores, over that of the best order.
 *
 * @param k how many places count
 */
public record Ndcg(int k) implements RowLoss {
    public static final Spec SPEC = Spec.of("ndcg", new Ndcg(1000000))
            .summary("normalized discounted cumulative gain of a list")
            .aliases("ndcg_score", "normalized_discounted_cumulative_gain")
            .formula(
                    "sum over the first k places i of t[i] / log2(1 + i), in the order of the scores, over the same in the"
                            + " order of the truths")
            .integer("k", 1000000, Interval.atLeast(1), "how many places count; more than there are means all")
            .score()
            .note("A row is a list; gains are the relevances themselves; equal scores keep their order.")
            .note("A list without relevant documents is refused.")
            .example(Example.row(new double[] {10, 0, 0, 1, 5}, 0.1, 0.2, 0.3, 4, 70)
                    .gives(0.6956940443813076))
            .source("Jarvelin and Kekalainen 2002, doi:10.1145/582415.582418; example: scikit-learn, ndcg_score")
            .build();

    @Override
    public Ndcg with(Params params) {
        return new Ndcg(params.integer("k"));
    }

    @Override
    public Domain truth() {
        return Domain.row(Interval.NON_NEGATIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public double value(double[] truth, double[] p) {
        double best = gain(truth, Order.descending(truth));
        if (best == 0) {
            throw new UndefinedLoss("the list has no relevant document");
        }
        return gain(truth, Order.descending(p)) / best;
    }

    @Override
    public void gradient(double[] truth, double[] p, double[] gradient) {
        Arrays.fill(gradient, Double.NaN);
    }

    private double gain(double[] truth, int[] order) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < Math.min(k, order.length); i++) {
            sum.add(truth[order[i]] / Elementary.log(2 + i));
        }
        return sum.value();
    }
}
