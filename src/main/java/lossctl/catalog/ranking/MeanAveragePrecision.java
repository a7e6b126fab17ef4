package lossctl.catalog.ranking;

import java.util.Arrays;
import lossctl.loss.Example;
import lossctl.loss.RowMetric;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.num.CompensatedSum;

/** The mean, over the relevant documents of a list, of the precision at their places. */
public record MeanAveragePrecision() implements GradedList, RowMetric {
    public static final Spec SPEC = Spec.of("mean_average_precision", new MeanAveragePrecision())
            .summary("mean over lists of the precision at the places of their relevant documents")
            .aliases("map", "retrieval_map", "retrieval_average_precision")
            .formula("mean over documents with t > 0 of (those with t > 0 up to its place) / (its place)")
            .score()
            .note("A row is a list; equal scores keep their order; a list without relevant documents scores 0.")
            .example(Example.row(new double[] {1, 0, 1}, 0.2, 0.3, 0.5).gives(0.8333333333333333))
            .example(Example.rows(new double[][] {{0, 1, 0}, {1, 0, 0}}, new double[][] {{3, 2, 1}, {3, 2, 1}})
                    .gives(0.75))
            .source("Manning, Raghavan and Schuetze 2008, Introduction to Information Retrieval, 8.4;"
                    + " first example: torchmetrics, retrieval_average_precision")
            .build();

    @Override
    public double value(double[] truth, double[] p) {
        CompensatedSum sum = new CompensatedSum();
        double[] precisions = precisions(truth, p);
        for (double precision : precisions) {
            sum.add(precision);
        }
        return precisions.length == 0 ? 0 : sum.value() / precisions.length;
    }

    /** The precision at the place of each relevant document. */
    private static double[] precisions(double[] truth, double[] p) {
        int[] order = Order.descending(p);
        double[] precisions = new double[order.length];
        int found = 0;
        for (int i = 0; i < order.length; i++) {
            if (truth[order[i]] > 0) {
                found++;
                precisions[found - 1] = (double) found / (i + 1);
            }
        }
        return Arrays.copyOf(precisions, found);
    }

    @Override
    public Steps steps(Samples samples) {
        double[] precisions = precisions(samples.truth(), samples.prediction());
        return precisions.length == 0
                ? Steps.NONE
                : new Steps().with("precisions", precisions).giving("mean of precisions[i]");
    }
}
