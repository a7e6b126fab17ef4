package lossctl.catalog.metric;

import lossctl.loss.Example;
import lossctl.loss.Spec;

/** The share of the truth's variance that is explained, whatever the bias. */
public record ExplainedVariance() implements Explained {
    public static final Spec SPEC = Spec.of("explained_variance", new ExplainedVariance())
            .summary("share of the variance of the truth that is explained")
            .aliases("explained_variance_score")
            .formula(
                    "e = prediction - truth;  b = mean e;  m = mean truth;  1 - sum of (e - b)^2 / sum of (truth - m)^2")
            .score()
            .note("Unlike r2 it forgives a constant error.")
            .note("Several outputs: the mean of each output's own.")
            .note("A constant truth gives 1 if the residual is constant, else it is refused.")
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.9571734475374732))
            .source("example: scikit-learn, explained_variance_score")
            .build();

    @Override
    public boolean forgivesBias() {
        return true;
    }
}
