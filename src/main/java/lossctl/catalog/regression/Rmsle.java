package lossctl.catalog.regression;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;
import lossctl.num.Unbounded;

/** The root of the mean squared logarithmic error. */
public record Rmsle() implements RootLoss {
    public static final Spec SPEC = Spec.of("rmsle", new Rmsle())
            .summary("root of the mean squared logarithmic error")
            .aliases("root_mean_squared_log_error", "root_mean_squared_logarithmic_error")
            .formula("d = ln(1 + prediction) - ln(1 + truth);  sqrt(mean of d^2)")
            .slope("d / ((1 + prediction) n rmsle)")
            .traits(Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Truth and prediction are greater than -1.")
            .note("Several outputs: the root of the mean over all of them.")
            .note("The gradient of a perfect fit is 0.")
            .example(Example.rows(new double[][] {{0, 1}, {0, 0}}, new double[][] {{1, 1}, {1, 0}})
                    .gives(0.4901290717342736))
            .plot(-0.9, 5, 1)
            .source("the root of Keras's MeanSquaredLogarithmicError, example included")
            .build();

    @Override
    public Domain truth() {
        return Domain.number(Interval.above(-1));
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.above(-1));
    }

    @Override
    public double error(double truth, double prediction) {
        return Msle.difference(truth, prediction).value();
    }

    @Override
    public Unbounded errorSlope(double truth, double prediction) {
        return Unbounded.of(1).over(1 + prediction);
    }
}
