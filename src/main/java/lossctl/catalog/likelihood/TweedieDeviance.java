package lossctl.catalog.likelihood;

import lossctl.loss.BadParameter;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Params;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The deviance of the family whose variance is a power of its mean: normal, Poisson, gamma, and what lies between. */
public record TweedieDeviance(double power) implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("tweedie_deviance", new TweedieDeviance(0))
            .summary("deviance of the Tweedie family, the variance being a power of the mean")
            .aliases("mean_tweedie_deviance", "tweedie_deviance_score", "tweedie_dev")
            .formula("with q = power: 2 (max(t, 0)^(2-q) / ((1-q)(2-q)) - t p^(1-q) / (1-q) + p^(2-q) / (2-q));"
                    + "  q = 0: (t - p)^2;  q = 1: poisson_deviance;  q = 2: gamma_deviance")
            .slope("2 (p - t) / p^power")
            .param("power", 0, Interval.REAL, "power of the mean that the variance is; not between 0 and 1")
            .traits(Trait.CONVEX, Trait.SYMMETRIC, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("power < 0: any truth, predictions > 0; power = 0: any number;"
                    + " 1 to 2: truths >= 0, predictions > 0; 2 and above: both > 0.")
            .note("power < 0 and a negative truth: the distance to the best rate, 0, is part of the loss.")
            .example(Example.of(1, 2).with("power", 1.5).gives(0.4852813742385703))
            .example(Example.of(0.5, 2).with("power", 3.0).gives(1.125, 0.375))
            .example(Example.of(0.5, 2).with("power", -1.0).gives(3.375, 6))
            .plot(0.2, 5, 1)
            .source("Jorgensen 1987, doi:10.1111/j.2517-6161.1987.tb01685.x; examples: mpmath")
            .build();

    /** A deviance of a power outside (0, 1), where no such distribution exists. */
    public TweedieDeviance {
        if (power > 0 && power < 1) {
            throw new BadParameter("--power " + power + ": no distribution has a power between 0 and 1");
        }
    }

    @Override
    public TweedieDeviance with(Params params) {
        return new TweedieDeviance(params.number("power"));
    }

    @Override
    public Domain truth() {
        return Domain.number(power <= 0 ? Interval.REAL : power < 2 ? Interval.NON_NEGATIVE : Interval.POSITIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.number(power == 0 ? Interval.REAL : Interval.POSITIVE);
    }

    @Override
    public double value(double t, double p) {
        if (power == 0) {
            return (p - t) * (p - t);
        }
        return 2 * Deviance.half(power, t, p).value();
    }

    @Override
    public double slope(double t, double p) {
        if (t == p) {
            return 0;
        }
        return power == 0 ? 2 * (p - t) : 2 * Deviance.slope(Twofold.of(power), t, p);
    }

    @Override
    public double curvature(double t, double p) {
        return power == 0 ? 2 : 2 * Deviance.curvature(Twofold.of(power), t, p);
    }
}
