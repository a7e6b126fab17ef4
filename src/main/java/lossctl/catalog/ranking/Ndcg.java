package lossctl.catalog.ranking;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowMetric;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The discounted gain of a list in the order of its scores, over that of the best order.
 *
 * @param k how many places count
 * @param ties what becomes of equal scores
 */
public record Ndcg(int k, String ties) implements GradedList, RowMetric {
    public static final Spec SPEC = Spec.of("ndcg", new Ndcg(1000000, "order"))
            .summary("normalized discounted cumulative gain of a list")
            .aliases("ndcg_score", "normalized_discounted_cumulative_gain")
            .formula(
                    "sum over the first k places i of t[i] / log2(1 + i), in the order of the scores, over the same in the"
                            + " order of the truths")
            .integer("k", 1000000, Interval.atLeast(1), "how many places count; more than there are means all")
            .choice("ties", Gain.TIES, Gain.OF_TIES)
            .score()
            .note("A row is a list; gains are the relevances themselves; equal scores keep their order unless shared.")
            .note("A list without relevant documents is refused.")
            .example(Example.row(new double[] {10, 0, 0, 1, 5}, 0.1, 0.2, 0.3, 4, 70)
                    .gives(0.6956940443813076))
            .example(Example.row(new double[] {10, 0, 0, 1, 5}, 1, 0, 0, 0, 1)
                    .with("k", 1)
                    .with("ties", "shared")
                    .gives(0.75))
            .source("Jarvelin and Kekalainen 2002, doi:10.1145/582415.582418; McSherry and Najork 2008,"
                    + " doi:10.1007/978-3-540-78646-7_38 (ties); examples: scikit-learn, ndcg_score")
            .build();

    @Override
    public Ndcg with(Params params) {
        return new Ndcg(params.integer("k"), params.choice("ties"));
    }

    @Override
    public double value(double[] truth, double[] p) {
        Twofold best = Gain.of(truth, truth, k, ties);
        if (best.high() == 0) {
            throw new UndefinedLoss("the list has no relevant document");
        }
        return Gain.of(truth, p, k, ties).over(best).value();
    }

    @Override
    public Steps steps(Samples samples) {
        double[] truth = samples.truth();
        double best = Gain.of(truth, truth, k, ties)
                .times(Twofold.of(2).log())
                .scaled(Gain.bits(truth))
                .value();
        return Gain.steps(truth, samples.prediction(), k, ties, 2)
                .with("best", best)
                .giving("sum of (gains[i] / logs[i]) / best");
    }
}
