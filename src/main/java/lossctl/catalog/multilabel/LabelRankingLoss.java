package lossctl.catalog.multilabel;

import lossctl.loss.Example;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;

/** The share of pairs of a true and another label that are in the wrong order. */
public record LabelRankingLoss() implements LabelRanking {
    public static final Spec SPEC = Spec.of("label_ranking_loss", new LabelRankingLoss())
            .summary("share of the pairs of a true and another label in the wrong order")
            .aliases("label_ranking", "ranking_loss")
            .formula("share of the pairs t[i] = 1, t[j] = 0 with x[i] <= x[j]")
            .metric()
            .note("Equal scores are in the wrong order; a sample whose labels are all alike costs 0.")
            .example(Example.rows(new double[][] {{1, 0, 0}, {0, 0, 1}}, new double[][] {{0.75, 0.5, 1}, {1, 0.2, 0.1}})
                    .gives(0.75))
            .source(
                    "Tsoumakas, Katakis and Vlahavas 2010, doi:10.1007/978-0-387-09823-4_34; example: scikit-learn, label_ranking_loss")
            .build();

    @Override
    public double value(double[] truth, double[] p) {
        int[] counts = counts(truth, p);
        return counts[1] == 0 ? 0 : (double) counts[0] / counts[1];
    }

    @Override
    public Steps steps(Samples samples) {
        int[] counts = counts(samples.truth(), samples.prediction());
        return new Steps().with("wrong", counts[0]).with("pairs", counts[1]).giving("wrong / pairs");
    }

    /** The pairs in the wrong order, and all. */
    private static int[] counts(double[] truth, double[] p) {
        int wrong = 0;
        int pairs = 0;
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                if (truth[i] == 1 && truth[j] == 0) {
                    pairs++;
                    wrong += p[i] <= p[j] ? 1 : 0;
                }
            }
        }
        return new int[] {wrong, pairs};
    }
}
