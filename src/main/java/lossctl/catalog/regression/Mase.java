package lossctl.catalog.regression;

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

/** The absolute error in units of that of a naive forecast: below 1 is better than repeating the past. */
public record Mase(Naive naive) implements GroupLoss {
    public static final Spec SPEC = Spec.of("mase", new Mase(new Naive(Double.NaN, 1, null)))
            .summary("mean absolute error, scaled by that of the naive forecast")
            .aliases("mean_absolute_scaled_error")
            .formula("mean of |prediction - truth| / scale;  scale = mean of |y[i] - y[i - period]| over a series y")
            .slope("sign(prediction - truth) / (n scale)")
            .param("scale", Double.NaN, Interval.POSITIVE, "the naive forecast's mean absolute error, if known")
            .numbers("training", Interval.REAL, "the series y: the past that the model was fitted to")
            .integer("period", 1, Interval.atLeast(1), "steps of a season; 1 repeats the last value")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Without scale and training, y are the truths themselves, in the order in which they come.")
            .note("Several outputs: each with its own scale, then their mean. The slope at prediction = truth is 0.")
            .example(Example.rows(new double[][] {{1}, {3}, {2}, {5}}, new double[][] {{1}, {2}, {4}, {5}})
                    .gives(0.375, 0, -0.125, 0.125, 0))
            .example(Example.rows(new double[][] {{4}, {6}}, new double[][] {{5}, {6}})
                    .with("training", new double[] {1, 2, 4, 5})
                    .with("period", 2)
                    .gives(0.16666666666666666, 0.16666666666666666, 0))
            .example(Example.rows(new double[][] {{0, 1}, {0, 2}}, new double[][] {{0, 4}, {0, 5}})
                    .with("scale", 2.0)
                    .gives(0.75))
            .source("Hyndman and Koehler 2006, doi:10.1016/j.ijforecast.2006.03.001; examples by hand")
            .build();

    @Override
    public Mase with(Params params) {
        return new Mase(Naive.of(params));
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
            ExactSum errors = new ExactSum();
            for (int i = output; i < samples.truth().length; i += samples.outputs()) {
                double weight = samples.weight(i / samples.outputs());
                Total.addSize(errors, weight, samples.truth()[i], samples.prediction()[i]);
            }
            Naive.Scale scale = naive.scale(samples, output, false);
            Dyadic all = Total.weight(samples).dyadic().times(scale.total());
            sum.add(errors.dyadic().times(scale.steps()).over(all));
        }
        return sum.value();
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        for (int output = 0; output < samples.outputs(); output++) {
            Naive.Scale scale = naive.scale(samples, output, false);
            Dyadic all = Total.weight(samples).dyadic().times(scale.total());
            Unbounded share = Unbounded.quotient(scale.steps(), all);
            for (int i = output; i < samples.truth().length; i += samples.outputs()) {
                double sign = Math.signum(samples.prediction()[i] - samples.truth()[i]);
                double weight = samples.weight(i / samples.outputs());
                gradients[0][i] = share.times(sign * weight).value();
            }
        }
    }

    @Override
    public double[] perSample(Samples samples) {
        double[] losses = new double[samples.count()];
        for (int output = 0; output < samples.outputs(); output++) {
            Naive.Scale scale = naive.scale(samples, output, false);
            Unbounded share = Unbounded.quotient(scale.steps(), scale.total()).over(samples.outputs());
            for (int i = 0; i < losses.length; i++) {
                int at = i * samples.outputs() + output;
                Unbounded e = Total.error(samples.truth()[at], samples.prediction()[at]);
                losses[i] += Math.abs(e.times(share).value());
            }
        }
        return losses;
    }

    @Override
    public Steps steps(Samples samples) {
        return samples.outputs() > 1
                ? GroupLoss.super.steps(samples)
                : naive.steps(samples, false).giving("(mean of errors[i]) / scale");
    }
}
