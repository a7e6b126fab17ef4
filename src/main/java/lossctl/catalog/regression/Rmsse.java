package lossctl.catalog.regression;

import java.util.Arrays;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.num.Dyadic;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Unbounded;

/** The root of the mean squared error in units of that of a naive forecast. */
public record Rmsse(Naive naive) implements GroupLoss {
    public static final Spec SPEC = Spec.of("rmsse", new Rmsse(new Naive(Double.NaN, 1, null)))
            .summary("root of the mean squared error, scaled by that of the naive forecast")
            .aliases("root_mean_squared_scaled_error")
            .formula("sqrt(mean of (prediction - truth)^2) / scale;"
                    + "  scale = sqrt(mean of (y[i] - y[i - period])^2) over a series y")
            .slope("(prediction - truth) / (n sqrt(mean of (prediction - truth)^2) scale)")
            .param("scale", Double.NaN, Interval.POSITIVE, "the naive forecast's root mean squared error, if known")
            .numbers("training", Interval.REAL, "the series y: the past that the model was fitted to")
            .integer("period", 1, Interval.atLeast(1), "steps of a season; 1 repeats the last value")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Without scale and training, y are the truths themselves, in the order in which they come.")
            .note("Several outputs: each with its own scale, then their mean. The gradient of a perfect fit is 0.")
            .example(Example.rows(new double[][] {{0}, {1}, {0}, {1}}, new double[][] {{0}, {4}, {0}, {5}})
                    .gives(2.5, 0, 0.3, 0, 0.4))
            .example(Example.rows(new double[][] {{4}, {6}}, new double[][] {{7}, {10}})
                    .with("scale", 2.0)
                    .gives(1.7677669529663689))
            .example(Example.rows(new double[][] {{0, 1}, {0, 2}}, new double[][] {{0, 4}, {0, 5}})
                    .with("scale", 2.0)
                    .gives(0.75))
            .source("Makridakis, Spiliotis and Assimakopoulos 2022, doi:10.1016/j.ijforecast.2021.11.013;"
                    + " examples by hand")
            .build();

    @Override
    public Rmsse with(Params params) {
        return new Rmsse(Naive.of(params));
    }

    @Override
    public Domain truth() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.REAL);
    }

    @Override
    public double value(Samples samples) {
        ExactSum sum = new ExactSum();
        for (int output = 0; output < samples.outputs(); output++) {
            Naive.Scale scale = naive.scale(samples, output, true);
            sum.add(square(samples, output, scale).root().value());
        }
        return sum.dividedBy(samples.outputs());
    }

    /** The square of the loss of one output. */
    private static Unbounded square(Samples samples, int output, Naive.Scale scale) {
        ExactSum squares = new ExactSum();
        for (int i = 0; i < samples.count(); i++) {
            int at = i * samples.outputs() + output;
            Total.addSquare(squares, samples.weight(i), samples.truth()[at], samples.prediction()[at]);
        }
        Dyadic above = squares.dyadic().times(scale.steps()).times(Dyadic.of(samples.outputs()));
        return Unbounded.quotient(above, Total.weight(samples).dyadic().times(scale.total()));
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        Dyadic weight = Total.weight(samples).dyadic();
        for (int output = 0; output < samples.outputs(); output++) {
            Naive.Scale scale = naive.scale(samples, output, true);
            Unbounded share = Unbounded.quotient(scale.steps(), weight.times(scale.total()))
                    .over(square(samples, output, scale).root());
            for (int i = output; i < samples.truth().length; i += samples.outputs()) {
                Unbounded e = Total.error(samples.truth()[i], samples.prediction()[i]);
                double own = samples.weight(i / samples.outputs());
                gradients[0][i] =
                        e.mantissa() == 0 ? 0 : e.times(share).times(own).value();
            }
        }
    }

    @Override
    public Steps steps(Samples samples) {
        if (samples.outputs() == 1) {
            return naive.steps(samples, true).giving("sqrt(mean of errors[i]^2) / scale");
        }
        double[] outputs = new double[samples.outputs()];
        Arrays.setAll(
                outputs,
                i -> square(samples, i, naive.scale(samples, i, true)).root().value());
        return new Steps().with("outputs", outputs).giving("mean of outputs[i]");
    }
}
