package lossctl.catalog.metric;

import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.num.Dyadic;

/**
 * The samples for which a class is true and predicted, over those for which it is either.
 *
 * @param average how classes become one score
 * @param positive the class that counts where the average is binary
 */
public record Jaccard(String average, int positive) implements ClassScore {
    private static final String RATIO = "hits / (truths + predictions - hits)";

    public static final Spec SPEC = ClassScore.described(
                    Spec.of("jaccard", new Jaccard("binary", 1))
                            .summary("samples of a class that were found, over those of the class or found to be")
                            .aliases("jaccard_score", "jaccard_index"),
                    RATIO)
            .example(Example.rows(new double[][] {{0}, {1}, {1}}, new double[][] {{1}, {1}, {1}})
                    .gives(0.6666666666666666))
            .example(Example.rows(new double[][] {{0}, {2}, {1}, {2}}, new double[][] {{0}, {1}, {1}, {2}})
                    .with("average", "macro")
                    .gives(0.6666666666666666))
            .example(Example.rows(new double[][] {{0}, {2}, {1}, {2}}, new double[][] {{0}, {1}, {1}, {2}})
                    .with("average", "micro")
                    .gives(0.6))
            .example(Example.rows(new double[][] {{0}, {2}, {1}, {2}}, new double[][] {{0}, {1}, {1}, {2}})
                    .with("average", "weighted")
                    .gives(0.625))
            .source("Jaccard 1901, doi:10.5169/seals-266450; first two examples: scikit-learn, jaccard_score;"
                    + " the others by hand")
            .build();

    @Override
    public Jaccard with(Params params) {
        return new Jaccard(params.choice("average"), params.integer("positive"));
    }

    @Override
    public String ratio() {
        return RATIO;
    }

    @Override
    public Dyadic whole(Confusion.Row row) {
        return row.truths().plus(row.predictions()).minus(row.hits());
    }

    @Override
    public Dyadic part(Confusion.Row row) {
        return row.hits();
    }
}
