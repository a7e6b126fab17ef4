package lossctl.catalog.likelihood;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;

/** The gamma deviance: the same for all pairs with the same ratio. */
public record GammaDeviance() implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("gamma_deviance", new GammaDeviance())
            .summary("gamma deviance")
            .aliases("mean_gamma_deviance", "gamma_dev")
            .formula("2 (ln(p / t) + t / p - 1)")
            .slope("2 (p - t) / p^2")
            .traits(Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Truth and prediction are greater than 0.")
            .example(Example.rows(new double[][] {{2}, {0.5}, {1}, {4}}, new double[][] {{0.5}, {0.5}, {2}, {2}})
                    .gives(1.0568528194400546))
            .example(Example.of(1, 2).gives(0.38629436111989063, 0.5))
            .plot(0.2, 5, 1)
            .source("Nelder and Wedderburn 1972, doi:10.2307/2344614;"
                    + " first example: scikit-learn, mean_gamma_deviance")
            .build();

    @Override
    public Domain truth() {
        return Domain.number(Interval.POSITIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.POSITIVE);
    }

    @Override
    public double value(double t, double p) {
        return 2 * Deviance.half(2, t, p).value();
    }

    @Override
    public double slope(double t, double p) {
        return Deviance.gammaSlope(2, t, p);
    }

    @Override
    public double curvature(double t, double p) {
        return Deviance.gammaCurvature(2, t, p);
    }

    /** The ratio alone: what is taken from it is nothing beside. */
    @Override
    public double farValue(double t, double p) {
        return 2 * (t / FAR_UNIT / p);
    }

    @Override
    public double farSlope(double t, double p) {
        return (p - t) / p * (2 / FAR_UNIT) / p;
    }
}
