package lossctl.catalog.metric;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Sums;

/** The squared error relative to that of the mean truth: what r2 leaves unexplained. */
public record Rse() implements Explained {
    public static final Spec SPEC = Spec.of("rse", new Rse())
            .summary("relative squared error, 1 less r2")
            .aliases("relative_squared_error")
            .formula("m = mean truth;  sum of (prediction - truth)^2 / sum of (truth - m)^2")
            .metric()
            .note("Several outputs: the mean of each output's own.")
            .note("A constant truth gives 0 if it is met exactly, else it is refused.")
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.051391862955032119))
            .source("TorchMetrics, RelativeSquaredError, example included")
            .build();

    @Override
    public boolean forgivesBias() {
        return false;
    }

    @Override
    public double value(Sums sums) {
        return unexplained(sums, false);
    }
}
