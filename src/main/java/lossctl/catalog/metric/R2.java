package lossctl.catalog.metric;

import lossctl.loss.Example;
import lossctl.loss.Spec;

/** The coefficient of determination: 1 for a perfect fit, 0 for one no better than the mean. */
public record R2() implements Explained {
    public static final Spec SPEC = Spec.of("r2", new R2())
            .summary("coefficient of determination")
            .aliases("r2_score", "r_squared")
            .formula("m = mean truth;  1 - sum of (prediction - truth)^2 / sum of (truth - m)^2")
            .score()
            .note("Several outputs: the mean of each output's own.")
            .note("A constant truth gives 1 if it is met exactly, else it is refused.")
            .note("From exact sums: right to the last digits also where the truths lie far from zero.")
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.9486081370449678))
            .example(Example.rows(
                            new double[][] {{0.5, 1}, {-1, 1}, {7, -6}}, new double[][] {{0, 2}, {-1, 2}, {8, -5}})
                    .gives(0.9368005266622779))
            .source("Wright 1921, Journal of Agricultural Research 20; examples: scikit-learn, r2_score")
            .build();

    @Override
    public boolean forgivesBias() {
        return false;
    }
}
