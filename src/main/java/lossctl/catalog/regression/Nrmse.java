package lossctl.catalog.regression;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Steps;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.Dyadic;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Unbounded;

/** The root of the mean squared error over a size of the truths, so that scales can be compared. */
public record Nrmse(String normalization) implements GroupLoss {
    public static final Spec SPEC = Spec.of("nrmse", new Nrmse("mean"))
            .summary("root of the mean squared error, over a size of the truths")
            .aliases("normalized_root_mean_squared_error", "normalized_rmse")
            .formula("rmse / |mean truth|, or over the range, the standard deviation or the norm of the truths")
            .slope("(prediction - truth) / (n rmse size)")
            .choice("normalization", List.of("mean", "range", "std", "l2"), "the size of the truths")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("std divides by n, not n - 1; l2 is the root of the sum of squares, not of their mean.")
            .note("Several outputs: over all of them. Truths of size 0 are refused.")
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .gives(0.21299910806810244))
            .example(Example.rows(new double[][] {{3}, {-0.5}, {2}, {7}}, new double[][] {{2.5}, {0}, {2}, {8}})
                    .with("normalization", "std")
                    .gives(0.2266977347814312))
            .source("TorchMetrics, NormalizedRootMeanSquaredError; examples: mpmath")
            .build();

    @Override
    public Nrmse with(Params params) {
        return new Nrmse(params.choice("normalization"));
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
        return square(samples).root().value();
    }

    private Unbounded square(Samples samples) {
        return Unbounded.quotient(squares(samples), size(samples));
    }

    /** The squares of the residuals, times the weight of all. */
    private static Dyadic squares(Samples samples) {
        ExactSum squares = new ExactSum();
        for (int i = 0; i < samples.truth().length; i++) {
            double weight = samples.weight(i / samples.outputs());
            Total.addSquare(squares, weight, samples.truth()[i], samples.prediction()[i]);
        }
        return squares.dyadic().times(Total.weight(samples).dyadic());
    }

    /** The square of the truths' size, times that of the weight of all. */
    private Dyadic size(Samples samples) {
        Dyadic weight = Total.weight(samples).dyadic();
        Dyadic size = switch (normalization) {
            case "range" -> square(Total.range(samples).times(weight));
            case "std" -> Total.squares(samples).dyadic().times(weight).minus(square(truths(samples)));
            case "l2" -> Total.squares(samples).dyadic().times(square(weight));
            default -> square(truths(samples));
        };
        if (size.signum() == 0) {
            throw new UndefinedLoss("the " + normalization + " of the truths is 0: there is nothing to relate to");
        }
        return size;
    }

    private static Dyadic truths(Samples samples) {
        return Total.truths(samples).dyadic();
    }

    private static Dyadic square(Dyadic x) {
        return x.times(x);
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        Unbounded share = Unbounded.quotient(Total.weight(samples).dyadic(), size(samples))
                .over(square(samples).root());
        for (int i = 0; i < samples.truth().length; i++) {
            Unbounded e = Total.error(samples.truth()[i], samples.prediction()[i]);
            double weight = samples.weight(i / samples.outputs());
            gradients[0][i] =
                    e.mantissa() == 0 ? 0 : e.times(share).times(weight).value();
        }
    }

    @Override
    public Steps steps(Samples samples) {
        Dyadic weight = Total.weight(samples).dyadic();
        return new Steps()
                .with(
                        "rmse",
                        Unbounded.quotient(squares(samples), square(weight))
                                .root()
                                .value())
                .with(
                        "size",
                        Unbounded.quotient(size(samples), square(weight)).root().value())
                .giving("rmse / size");
    }
}
