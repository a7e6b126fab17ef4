package lossctl.catalog.metric;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.num.Dyadic;

/**
 * The share of predictions of a class that are right.
 *
 * @param average how classes become one score
 * @param positive the class that counts where the average is binary
 */
public record Precision(String average, int positive) implements ClassScore {
    private static final String RATIO = "hits / predictions";

    public static final Spec SPEC = ClassScore.described(
                    Spec.of("precision", new Precision("binary", 1))
                            .summary("share of the predictions of a class that are right")
                            .aliases("precision_score"),
                    RATIO)
            .example(Example.rows(new double[][] {{1}, {0}, {1}, {1}}, new double[][] {{1}, {1}, {0}, {1}})
                    .gives(0.6666666666666666))
            .example(Example.rows(
                            new double[][] {{0}, {1}, {2}, {0}, {1}, {2}},
                            new double[][] {{0}, {2}, {1}, {0}, {0}, {1}})
                    .with("average", "macro")
                    .gives(0.2222222222222222))
            .example(Example.rows(
                            new double[][] {{0}, {1}, {2}, {0}, {1}, {2}},
                            new double[][] {{0}, {2}, {1}, {0}, {0}, {1}})
                    .with("average", "micro")
                    .gives(0.3333333333333333))
            .example(Example.rows(
                            new double[][] {{0}, {1}, {2}, {0}, {1}, {2}},
                            new double[][] {{0}, {2}, {1}, {0}, {0}, {1}})
                    .with("average", "weighted")
                    .gives(0.2222222222222222))
            .source("van Rijsbergen 1979, Information Retrieval; examples: scikit-learn, precision_score, and by hand")
            .build();

    @Override
    public Precision with(Params params) {
        return new Precision(params.choice("average"), params.integer("positive"));
    }

    @Override
    public String ratio() {
        return RATIO;
    }

    @Override
    public Dyadic whole(Confusion.Row row) {
        return row.predictions();
    }

    @Override
    public Dyadic part(Confusion.Row row) {
        return row.hits();
    }
}
