package lossctl.catalog.metric;

import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Sums;

/** The root of the squared error relative to that of the mean truth. */
public record Rrse() implements Explained {
    public static final Spec SPEC = Spec.of("rrse", new Rrse())
            .summary("root relative squared error")
            .aliases("root_relative_squared_error")
            .formula("m = mean truth;  sqrt(sum of (prediction - truth)^2 / sum of (truth - m)^2)")
            .metric()
            .note("Several outputs: the mean of each output's own root.")
            .note("A constant truth gives 0 if it is met exactly, else it is refused.")
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.2266977347814312))
            .source("TorchMetrics, RelativeSquaredError(squared=False), example included")
            .build();

    @Override
    public boolean forgivesBias() {
        return false;
    }

    @Override
    public double value(Sums sums) {
        return unexplained(sums, true);
    }
}
