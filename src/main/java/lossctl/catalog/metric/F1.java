package lossctl.catalog.metric;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.num.Dyadic;
import lossctl.num.Interval;

/**
 * The harmonic mean of precision and recall.
 *
 * @param beta how much more recall counts than precision
 * @param average how classes become one score
 * @param positive the class that counts where the average is binary
 */
public record F1(double beta, String average, int positive) implements ClassScore {
    private static final String RATIO = "(1 + beta^2) hits / (beta^2 truths + predictions)";

    public static final Spec SPEC = ClassScore.described(
                    Spec.of("f1", new F1(1, "binary", 1))
                            .summary("harmonic mean of precision and recall")
                            .aliases("f1_score", "f_measure", "fbeta_score", "f_beta")
                            .param("beta", 1, Interval.POSITIVE, "how much more recall counts than precision"),
                    RATIO)
            .example(Example.rows(new double[][] {{1}, {0}, {1}, {1}}, new double[][] {{1}, {1}, {0}, {1}})
                    .gives(0.6666666666666666))
            .example(Example.rows(
                            new double[][] {{0}, {1}, {2}, {0}, {1}, {2}},
                            new double[][] {{0}, {2}, {1}, {0}, {0}, {1}})
                    .with("average", "macro")
                    .gives(0.26666666666666666))
            .example(Example.rows(
                            new double[][] {{0}, {1}, {2}, {0}, {1}, {2}},
                            new double[][] {{0}, {2}, {1}, {0}, {0}, {1}})
                    .with("average", "micro")
                    .gives(0.3333333333333333))
            .example(Example.rows(
                            new double[][] {{0}, {1}, {2}, {0}, {1}, {2}},
                            new double[][] {{0}, {2}, {1}, {0}, {0}, {1}})
                    .with("average", "weighted")
                    .gives(0.26666666666666666))
            .source("van Rijsbergen 1979, Information Retrieval; examples: scikit-learn, f1_score, and by hand")
            .build();

    @Override
    public F1 with(Params params) {
        return new F1(params.number("beta"), params.choice("average"), params.integer("positive"));
    }

    @Override
    public String ratio() {
        return RATIO;
    }

    @Override
    public Dyadic whole(Confusion.Row row) {
        return square().times(row.truths()).plus(row.predictions());
    }

    @Override
    public Dyadic part(Confusion.Row row) {
        return square().plus(Dyadic.of(1)).times(row.hits());
    }

    private Dyadic square() {
        return Dyadic.of(beta).times(Dyadic.of(beta));
    }
}
