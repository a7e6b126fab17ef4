package lossctl.catalog.ranking;

import lossctl.loss.Example;
import lossctl.loss.RowMetric;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;

/** The reciprocal of the place of the first relevant document. */
public record Mrr() implements GradedList, RowMetric {
    public static final Spec SPEC = Spec.of("mrr", new Mrr())
            .summary("mean reciprocal rank of the first relevant document of a list")
            .aliases("mean_reciprocal_rank", "reciprocal_rank")
            .formula("max over j of (1 / (sum over i of (1 if x[i] >= x[j], else 0)) if t[j] > 0, else 0)")
            .score()
            .note("A row is a list; equal scores keep their order; a list without relevant documents scores 0.")
            .example(Example.rows(new double[][] {{0, 1, 0}, {1, 0, 0}}, new double[][] {{3, 2, 1}, {3, 2, 1}})
                    .gives(0.75))
            .source("Voorhees 1999, The TREC-8 question answering track report; example: by hand")
            .build();

    @Override
    public double value(double[] truth, double[] p) {
        int place = place(truth, p);
        return place == 0 ? 0 : 1.0 / place;
    }

    /** The place of the first relevant document, from 1; 0 where there is none. */
    private static int place(double[] truth, double[] p) {
        int[] order = Order.descending(p);
        for (int i = 0; i < order.length; i++) {
            if (truth[order[i]] > 0) {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public Steps steps(Samples samples) {
        return new Steps()
                .with("place", place(samples.truth(), samples.prediction()))
                .giving("1 / place if place > 0, else 0");
    }
}
