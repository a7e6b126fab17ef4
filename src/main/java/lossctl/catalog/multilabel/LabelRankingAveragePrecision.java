package lossctl.catalog.multilabel;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lossctl.loss.Example;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.num.CompensatedSum;

/** How many of the labels that score as high as a true one are true, on average. */
public record LabelRankingAveragePrecision() implements LabelRanking {
    public static final Spec SPEC = Spec.of("label_ranking_average_precision", new LabelRankingAveragePrecision())
            .summary("mean over true labels of the share of true ones among those that score as high")
            .aliases("label_ranking_average_precision_score", "lrap")
            .formula("mean over true i of (number of true j with x[j] >= x[i]) / (number of j with x[j] >= x[i])")
            .score()
            .note("A sample whose labels are all true, or none, scores 1.")
            .example(Example.rows(new double[][] {{1, 0, 0}, {0, 0, 1}}, new double[][] {{0.75, 0.5, 1}, {1, 0.2, 0.1}})
                    .gives(0.41666666666666663))
            .source(
                    "Tsoumakas, Katakis and Vlahavas 2010, doi:10.1007/978-0-387-09823-4_34; example: scikit-learn, label_ranking_average_precision_score")
            .build();

    @Override
    public double value(double[] truth, double[] p) {
        CompensatedSum sum = new CompensatedSum();
        int trues = 0;
        for (int i = 0; i < p.length; i++) {
            if (truth[i] == 1) {
                double hits = LabelRanking.reaching(truth, p, i, true);
                sum.add(hits / LabelRanking.reaching(truth, p, i, false));
                trues++;
            }
        }
        return trues == 0 ? 1 : sum.value() / trues;
    }

    @Override
    public Steps steps(Samples samples) {
        double[] truth = samples.truth();
        double[] p = samples.prediction();
        int[] own = IntStream.range(0, p.length).filter(i -> truth[i] == 1).toArray();
        return own.length == 0
                ? Steps.NONE
                : new Steps()
                        .with("hits", each(own, i -> LabelRanking.reaching(truth, p, i, true)))
                        .with("ranks", each(own, i -> LabelRanking.reaching(truth, p, i, false)))
                        .giving("mean of (hits[i] / ranks[i])");
    }

    private static double[] each(int[] labels, IntToDoubleFunction count) {
        return Arrays.stream(labels).mapToDouble(count).toArray();
    }
}
