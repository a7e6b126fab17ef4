package lossctl.catalog.ranking;

import java.util.Arrays;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.RowMetric;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.num.Interval;

/** The share of relevant documents among the first {@code k} of a list. */
public record PrecisionAtK(int k) implements GradedList, RowMetric {
    public static final Spec SPEC = Spec.of("precision_at_k", new PrecisionAtK(10))
            .summary("mean over lists of the share of relevant documents among the first k")
            .aliases("precision_at", "p_at_k")
            .formula("(those with t > 0 among the first k in the order of the scores) / (k, or the length of the list)")
            .integer("k", 10, Interval.atLeast(1), "how many places count; more than a list has mean all")
            .score()
            .note("A row is a list; equal scores keep their order.")
            .example(Example.row(new double[] {0, 1, 0, 0, 1, 1}, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
                    .with("k", 4)
                    .gives(0.5))
            .example(Example.rows(new double[][] {{0, 1, 1}, {1, 0, 0}}, new double[][] {{3, 2, 1}, {3, 2, 1}})
                    .with("k", 2)
                    .gives(0.5))
            .source("Manning, Raghavan and Schuetze 2008, Introduction to Information Retrieval, 8.4;"
                    + " first example: XGBoost, tests/cpp/metric/test_rank_metric.h")
            .build();

    @Override
    public PrecisionAtK with(Params params) {
        return new PrecisionAtK(params.integer("k"));
    }

    @Override
    public double value(double[] truth, double[] p) {
        double[] relevant = relevant(truth, p);
        return Arrays.stream(relevant).sum() / relevant.length;
    }

    /** Of the first places a 1 for each that holds a relevant document. */
    private double[] relevant(double[] truth, double[] p) {
        int[] order = Order.descending(p);
        double[] relevant = new double[Math.min(k, order.length)];
        Arrays.setAll(relevant, i -> truth[order[i]] > 0 ? 1 : 0);
        return relevant;
    }

    @Override
    public Steps steps(Samples samples) {
        return new Steps()
                .with("relevant", relevant(samples.truth(), samples.prediction()))
                .giving("mean of relevant[i]");
    }
}
