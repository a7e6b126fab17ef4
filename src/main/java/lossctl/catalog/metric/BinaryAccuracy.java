package lossctl.catalog.metric;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.num.Interval;

/** The share of probabilities that lie on the right side of a threshold. */
public record BinaryAccuracy(double threshold) implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("binary_accuracy", new BinaryAccuracy(0.5))
            .summary("share of probabilities on the right side of the threshold")
            .formula("truth if p > threshold, else 1 - truth")
            .param("threshold", 0.5, Interval.UNIT, "greatest probability that still means 0")
            .score()
            .note("A probability equal to the threshold means 0.")
            .example(Example.rows(new double[][] {{1}, {1}, {0}, {0}}, new double[][] {{0.98}, {1}, {0}, {0.6}})
                    .gives(0.75))
            .example(Example.of(1, 0.5).gives(0))
            .plot(0, 1, 0, 1)
            .source("Keras, BinaryAccuracy (first example)")
            .build();

    @Override
    public BinaryAccuracy with(Params params) {
        return new BinaryAccuracy(params.number("threshold"));
    }

    @Override
    public Domain truth() {
        return Domain.flag();
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.UNIT);
    }

    @Override
    public double value(double truth, double p) {
        return p > threshold == (truth == 1) ? 1 : 0;
    }

    @Override
    public double slope(double truth, double p) {
        return Double.NaN;
    }
}
