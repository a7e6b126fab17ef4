package lossctl.catalog.metric;

import lossctl.loss.ClassMetric;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.num.Interval;

/** The share of samples whose true class is among the {@code k} greatest predictions. */
public record TopKAccuracy(int k) implements ClassMetric {
    public static final Spec SPEC = Spec.of("top_k_accuracy", new TopKAccuracy(5))
            .summary("share of samples whose class is among the k greatest predictions")
            .aliases("top_k_accuracy_score", "top_k_categorical_accuracy", "sparse_top_k_categorical_accuracy")
            .formula("1 if fewer than k predictions come before that of the true class, else 0")
            .integer("k", 5, Interval.atLeast(1), "how many predictions count; more than there are means all")
            .score()
            .note("Of equal predictions the one of the lower class comes first.")
            .example(Example.rows(
                            new double[][] {{0}, {1}, {2}, {2}},
                            new double[][] {{0.5, 0.2, 0.2}, {0.3, 0.4, 0.2}, {0.2, 0.4, 0.3}, {0.7, 0.2, 0.1}})
                    .with("k", 2)
                    .gives(0.75))
            .example(Example.row(new double[] {1}, 0.4, 0.4, 0.2).with("k", 1).gives(0))
            .plot(0, 1)
            .source("scikit-learn, top_k_accuracy_score (first example)")
            .build();

    @Override
    public TopKAccuracy with(Params params) {
        return new TopKAccuracy(params.integer("k"));
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.REAL);
    }

    @Override
    public double value(int label, double[] prediction) {
        if (prediction.length == 1) {
            return prediction[0] == label ? 1 : 0;
        }
        return before(label, prediction) < k ? 1 : 0;
    }

    /** How many classes come before one. */
    private static int before(int label, double[] prediction) {
        double own = prediction[label];
        int before = 0;
        for (int j = 0; j < prediction.length; j++) {
            if (prediction[j] > own || prediction[j] == own && j < label) {
                before++;
            }
        }
        return before;
    }

    @Override
    public Steps steps(Samples samples) {
        int before = samples.outputs() == 1 ? 0 : before((int) samples.truth()[0], samples.prediction());
        return samples.outputs() == 1
                ? Steps.NONE
                : new Steps().with("before", before).giving("1 if before < k, else 0");
    }
}
