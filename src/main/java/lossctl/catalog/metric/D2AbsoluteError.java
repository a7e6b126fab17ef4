package lossctl.catalog.metric;

import lossctl.catalog.regression.Mae;
import lossctl.loss.Example;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;

/** The share of the absolute error that a model saves against the median of the truths. */
public record D2AbsoluteError() implements Skill {
    public static final Spec SPEC = Spec.of("d2_absolute_error", new D2AbsoluteError())
            .summary("share of the absolute error that is saved against the median")
            .aliases("d2_absolute_error_score")
            .formula("m = median truth;  1 - sum of |prediction - truth| / sum of |truth - m|")
            .score()
            .note("Several outputs: the mean of each output's own.")
            .note("A constant truth gives 1 if it is met exactly, else it is refused.")
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.7647058823529411))
            .example(Example.rows(
                            new double[][] {{0.5, 1}, {-1, 1}, {7, -6}}, new double[][] {{0, 2}, {-1, 2}, {8, -5}})
                    .gives(0.6919642857142857))
            .source("Koenker and Machado 1999, doi:10.1080/01621459.1999.10473882;"
                    + " examples: scikit-learn, d2_absolute_error_score")
            .build();

    @Override
    public PointwiseLoss loss() {
        return new Mae();
    }

    @Override
    public double constant(double[] truths, double[] weights) {
        return new D2Pinball(0.5, false).constant(truths, weights);
    }

    @Override
    public Costs costs(double[] truths, double[] predictions, double[] weights) {
        return new D2Pinball(0.5, false).costs(truths, predictions, weights);
    }
}
