package lossctl.catalog.ranking;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowMetric;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/**
 * The discounted gain of a list in the order of its scores.
 *
 * @param k how many places count
 * @param logBase the base of the discount's logarithm
 * @param ties what becomes of equal scores
 */
public record Dcg(int k, double logBase, String ties) implements RowMetric {
    public static final Spec SPEC = Spec.of("dcg", new Dcg(1000000, 2, "order"))
            .summary("discounted cumulative gain of a list")
            .aliases("dcg_score", "discounted_cumulative_gain")
            .formula("sum over the first k places i of t[i] / log(1 + i), in the order of the scores")
            .integer("k", 1000000, Interval.atLeast(1), "how many places count; more than there are means all")
            .param("log_base", 2, Interval.POSITIVE, "the base of the logarithm: the less, the more first places count")
            .choice("ties", Gain.TIES, Gain.OF_TIES)
            .score()
            .note("A row is a list; gains are the relevances themselves; equal scores keep their order unless shared.")
            .example(Example.row(new double[] {10, 0, 0, 1, 5}, 0.1, 0.2, 0.3, 4, 70)
                    .gives(9.499457825916874))
            .example(Example.row(new double[] {10, 0, 0, 1, 5}, 1, 0, 0, 0, 1)
                    .with("k", 1)
                    .with("ties", "shared")
                    .gives(7.5))
            .source("Jarvelin and Kekalainen 2002, doi:10.1145/582415.582418; McSherry and Najork 2008,"
                    + " doi:10.1007/978-3-540-78646-7_38 (ties); examples: scikit-learn, dcg_score")
            .build();

    @Override
    public Dcg with(Params params) {
        return new Dcg(params.integer("k"), params.number("log_base"), params.choice("ties"));
    }

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
        return Gain.of(truth, p, k, ties)
                .times(Twofold.of(logBase).log())
                .scaled(Gain.bits(truth))
                .value();
    }

    @Override
    public Steps steps(Samples samples) {
        return Gain.steps(samples.truth(), samples.prediction(), k, ties, logBase);
    }
}
