package lossctl.catalog.divergence;

import lossctl.catalog.likelihood.Deviance;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The divergence of spectra: of the ratio of truth and prediction alone. */
public record ItakuraSaito() implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("itakura_saito", new ItakuraSaito())
            .summary("Itakura-Saito divergence of positive numbers")
            .aliases("itakura_saito_divergence", "is_divergence")
            .formula("t/p - ln(t/p) - 1")
            .slope("(p - t) / p^2")
            .traits(Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("Half of gamma_deviance.")
            .example(Example.of(2, 1).gives(0.3068528194400547, -1))
            .example(Example.of(1, 1).gives(0, 0))
            .plot(0.1, 4, 1)
            .source("Itakura and Saito 1968, Analysis synthesis telephony based on the maximum likelihood method;"
                    + " examples: 1 - ln 2, 0")
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
        double gain = (t - p) / p;
        if (gain > -0.5) {
            return 0 - Elementary.log1pMinus(gain);
        }
        Twofold difference = Twofold.sum(t, -p);
        Twofold log = Twofold.logRatio(Twofold.of(t), Twofold.of(p), difference);
        return difference.over(Twofold.of(p)).minus(log).value();
    }

    @Override
    public double slope(double t, double p) {
        return Deviance.gammaSlope(1, t, p);
    }

    @Override
    public double curvature(double t, double p) {
        return Deviance.gammaCurvature(1, t, p);
    }
}
