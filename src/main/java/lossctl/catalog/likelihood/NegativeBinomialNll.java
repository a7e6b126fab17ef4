package lossctl.catalog.likelihood;

import java.util.List;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.OutputwiseLoss;
import lossctl.loss.Spec;
import lossctl.loss.Trait;
import lossctl.num.Elementary;
import lossctl.num.Interval;
import lossctl.num.Twofold;

/** The negative log-likelihood of a negative binomial count with a predicted mean and dispersion. */
public record NegativeBinomialNll() implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("negative_binomial_nll", new NegativeBinomialNll())
            .summary("negative log-likelihood of a negative binomial count, mean and dispersion predicted")
            .aliases("negative_binomial_negative_log_likelihood", "nb2_nll")
            .formula(
                    "r = 1/dispersion;  ln Gamma(t + 1) + ln Gamma(r) - ln Gamma(r + t) + r ln(1 + p/r) + t ln(1 + r/p)")
            .slope("(p - t) / (p (1 + dispersion p))")
            .traits(Trait.SMOOTH, Trait.NON_NEGATIVE)
            .note("The variance is p + dispersion p^2; a dispersion towards 0 gives poisson_nll.")
            .note("torch's total_count is 1/dispersion.")
            .example(Example.of(0, 1).input("dispersion", new double[] {1}).gives(0.6931471805599453, 0.5))
            .example(Example.of(2, 1).input("dispersion", new double[] {1}).gives(2.0794415416798357, -0.5))
            .plot(0.2, 8, 2)
            .source("Cameron and Trivedi 1998, Regression Analysis of Count Data, 3.3; examples by hand")
            .build();

    private static final PoissonNll POISSON = new PoissonNll();

    @Override
    public Domain truth() {
        return Domain.row(Interval.NON_NEGATIVE);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.POSITIVE);
    }

    @Override
    public List<Input> inputs() {
        Domain positive = Domain.number(Interval.POSITIVE);
        String description = "the predicted dispersions: variance = mean + dispersion mean^2";
        return List.of(new Input("dispersion", positive, Input.Width.ONE_OR_AS_PREDICTION, description));
    }

    /** Whether the dispersion is too small to be seen: what it adds is below a digit of the Poisson likelihood. */
    private static boolean isPoisson(double t, double[] at) {
        return at[1] * (t + at[0]) * (1 + t + at[0]) < 1e-17;
    }

    @Override
    public double value(double t, double[] at) {
        if (isPoisson(t, at)) {
            return POISSON.value(t, at[0]);
        }
        double r = 1 / at[1];
        Twofold p = Twofold.of(at[0]);
        Twofold size = Twofold.of(r);
        Twofold both = Twofold.sum(r, at[0]);
        Twofold count = Twofold.of(0);
        if (t > 0) {
            Twofold ways = Elementary.logGamma(Twofold.sum(r, t)).minus(Elementary.logGamma(size));
            count = Elementary.logGamma1p(t)
                    .minus(ways)
                    .plus(Twofold.logRatio(both, p, size).times(t));
        }
        return Twofold.logRatio(both, size, p).times(r).plus(count).value();
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        double p = at[0];
        double r = 1 / at[1];
        slopes[0] = (p - t) / p / (1 + at[1] * p);
        if (isPoisson(t, at)) {
            slopes[1] = (t - (p - t) * (p - t)) / 2;
            return;
        }
        double c = (p - t) / (r + t);
        double log = Math.abs(c) < 0.4
                ? Elementary.log1pMinus(c) + c * c / (1 + c)
                : Elementary.log((r + p) / (r + t)) - (p - t) / (r + p);
        slopes[1] = -r * r * (log + GammaRatio.level(r, t));
    }

    @Override
    public double curvature(double t, double[] at) {
        double p = at[0];
        double h = 1 + at[1] * p;
        return (t / p * ((1 + 2 * at[1] * p) / p) - at[1]) / h / h;
    }
}
