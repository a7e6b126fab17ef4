package lossctl.catalog.metric;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.num.Dyadic;

/**
 * The share of a class that was found.
 *
 * @param average how classes become one score
 * @param positive the class that counts where the average is binary
 */
public record Recall(String average, int positive) implements ClassScore {
    private static final String RATIO = "hits / truths";

    public static final Spec SPEC = ClassScore.described(
                    Spec.of("recall", new Recall("binary", 1))
                            .summary("share of a class that was predicted")
                            .aliases("recall_score", "sensitivity", "true_positive_rate"),
                    RATIO)
            .example(Example.rows(new double[][] {{1}, {0}, {1}, {1}}, new double[][] {{1}, {1}, {0}, {1}})
                    .gives(0.6666666666666666))
            .example(Example.rows(
                            new double[][] {{0}, {1}, {2}, {0}, {1}, {2}},
                            new double[][] {{0}, {2}, {1}, {0}, {0}, {1}})
                    .with("average", "macro")
                    .gives(0.3333333333333333))
            .example(Example.rows(
                            new double[][] {{0}, {1}, {2}, {0}, {1}, {2}},
                            new double[][] {{0}, {2}, {1}, {0}, {0}, {1}})
                    .with("average", "micro")
                    .gives(0.3333333333333333))
            .example(Example.rows(
                            new double[][] {{0}, {1}, {2}, {0}, {1}, {2}},
                            new double[][] {{0}, {2}, {1}, {0}, {0}, {1}})
                    .with("average", "weighted")
                    .gives(0.3333333333333333))
            .source("van Rijsbergen 1979, Information Retrieval; examples: scikit-learn, recall_score, and by hand")
            .build();

    @Override
    public Recall with(Params params) {
        return new Recall(params.choice("average"), params.integer("positive"));
    }

    @Override
    public String ratio() {
        return RATIO;
    }

    @Override
    public Dyadic whole(Confusion.Row row) {
        return row.truths();
    }

    @Override
    public Dyadic part(Confusion.Row row) {
        return row.hits();
    }
}
