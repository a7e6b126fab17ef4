package lossctl.catalog.likelihood;

import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.PointwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** Twice what a predicted rate costs a count beyond the best rate. */
public record PoissonDeviance() implements PointwiseLoss {
    public static final Spec SPEC = Spec.of("poisson_deviance", new PoissonDeviance())
            .summary("Poisson deviance")
            .aliases("mean_poisson_deviance", "poisson_dev")
            .formula("2 (t ln(t / p) - t + p)")
            .slope("2 (p - t) / p")
            .traits(Trait.CONVEX, Trait.SMOOTH, Trait.ZERO_AT_TRUTH, Trait.NON_NEGATIVE)
            .note("0 ln 0 = 0: a truth of 0 costs 2 p.")
            .example(Example.rows(new double[][] {{2}, {0}, {1}, {4}}, new double[][] {{0.5}, {0.5}, {2}, {2}})
                    .gives(1.4260151319598087))
            .example(Example.of(0, 3).gives(6, 2))
            .plot(0.05, 5, 1)
            .source("Nelder and Wedderburn 1972, doi:10.2307/2344614;"
                    + " first example: scikit-learn, mean_poisson_deviance")
            .build();

    @Override
    public Domain truth() {
        return Domain.number(Interval.NON_NEGATIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.number(Interval.POSITIVE);
    }

    @Override
    public double value(double t, double p) {
        return 2 * Deviance.half(1, t, p).value();
    }

    @Override
    public double slope(double t, double p) {
        return 2 * ((p - t) / p);
    }

    @Override
    public double curvature(double t, double p) {
        return 2 * (t / p / p);
    }

    @Override
    public double farValue(double t, double p) {
        Twofold log = Twofold.of(Math.max(t, Double.MIN_VALUE))
                .log()
                .minus(Twofold.of(p).log());
        return 2 * log.times(t / FAR_UNIT).plus((p - t) / FAR_UNIT).value();
    }

    @Override
    public double farSlope(double t, double p) {
        return 2 * ((p - t) / FAR_UNIT / p);
    }
}
