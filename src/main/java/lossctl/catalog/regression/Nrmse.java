package lossctl.catalog.regression;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.GroupLoss;
import lossctl.loss.Params;
import lossctl.loss.Samples;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.loss.UndefinedLoss;
import lossctl.num.ExactSum;
import lossctl.num.Interval;
import lossctl.num.Twofold;

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
        return rmse(samples).over(size(samples)).value();
    }

    private static Twofold rmse(Samples samples) {
        ExactSum squares = new ExactSum();
        for (int i = 0; i < samples.truth().length; i++) {
            double e = samples.prediction()[i] - samples.truth()[i];
            Total.addProduct(squares, samples.weight(i / samples.outputs()), e);
        }
        return squares.sharpRootOver(Total.weight(samples));
    }

    private Twofold size(Samples samples) {
        Twofold size = switch (normalization) {
            case "range" -> Total.range(samples);
            case "std" -> Total.deviation(samples);
            case "l2" -> Total.squares(samples).sharpRootDividedBy(1);
            default -> Total.truths(samples).sharpOver(Total.weight(samples));
        };
        if (size.high() == 0) {
            throw new UndefinedLoss("the " + normalization + " of the truths is 0: there is nothing to relate to");
        }
        return size.high() < 0 ? size.negated() : size;
    }

    @Override
    public void gradient(Samples samples, double[][] gradients) {
        double rmse = rmse(samples).value();
        double share = 1 / Total.weight(samples).value() / size(samples).value();
        for (int i = 0; i < samples.truth().length; i++) {
            double e = samples.prediction()[i] - samples.truth()[i];
            gradients[0][i] = e == 0 ? 0 : e / rmse * share * samples.weight(i / samples.outputs());
        }
    }
}
