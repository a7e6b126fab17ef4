package lossctl.catalog.regression;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The squared difference of logarithms: errors count by their ratio. */
public record Msle() implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("msle", new Msle())
            .summary("mean squared logarithmic error")
            .aliases("mean_squared_log_error", "mean_squared_logarithmic_error", "squared_log_error")
            .formula("(ln(1 + prediction) - ln(1 + truth))^2")
            .slope("2 (ln(1 + prediction) - ln(1 + truth)) / (1 + prediction)")
            .traits(Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Truth and prediction are greater than -1.")
            .example(Example.rows(new double[][] {{0, 1}, {0, 0}}, new double[][] {{1, 1}, {1, 0}})
                    .gives(0.24022650695910072))
            .example(Example.of(3, 7).gives(0.4804530139182014, 0.17328679513998632))
            .plot(-0.9, 5, 1)
            .source("Keras, MeanSquaredLogarithmicError (first example); mpmath (second)")
            .build();

    private static final Domain ABOVE_MINUS_1 = Domain.number(Interval.above(-1));

    @Override
    public Domain truth() {
        return ABOVE_MINUS_1;
    }

    @Override
    public Domain prediction() {
        return ABOVE_MINUS_1;
    }

    @Override
    public double value(double truth, double prediction) {
        Twofold difference = difference(truth, prediction);
        return difference.times(difference).value();
    }

    @Override
    public double slope(double truth, double prediction) {
        return 2 * difference(truth, prediction).value() / (1 + prediction);
    }

    @Override
    public double curvature(double truth, double prediction) {
        return 2 * (1 - difference(truth, prediction).value()) / (1 + prediction) / (1 + prediction);
    }

    /** ln((1 + prediction) / (1 + truth)). */
    static Twofold difference(double truth, double prediction) {
        return Twofold.logRatio(Twofold.sum(1, prediction), Twofold.sum(1, truth), Twofold.sum(prediction, -truth));
    }
}
