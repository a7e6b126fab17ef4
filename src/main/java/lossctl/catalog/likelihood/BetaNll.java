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
import lossctl.num.Unbounded;

/** The negative log-likelihood of a beta distribution with a predicted mean and concentration: beta regression. */
public record BetaNll() implements OutputwiseLoss {
    public static final Spec SPEC = Spec.of("beta_nll", new BetaNll())
            .summary("negative log-likelihood of a beta distribution, mean and concentration predicted")
            .aliases("beta_negative_log_likelihood", "beta_regression")
            .formula("a = p concentration, b = (1 - p) concentration;"
                    + "  ln Gamma(a) + ln Gamma(b) - ln Gamma(concentration) - (a - 1) ln t - (b - 1) ln(1 - t)")
            .slope(
                    "concentration (digamma(a) - digamma(b) - ln t + ln(1 - t));"
                            + "  by concentration: p (digamma(a) - ln t) + (1 - p) (digamma(b) - ln(1 - t)) - digamma(concentration)")
            .traits(Trait.CONVEX, Trait.SMOOTH)
            .note("Not the Gaussian loss weighted by a power of its variance that Seitzer et al. 2022 call beta-NLL.")
            .example(Example.of(0.25, 0.5)
                    .input("concentration", new double[] {4})
                    .gives(-0.11778303565638346, 4.394449154672439))
            .example(Example.of(0.5, 0.5)
                    .input("concentration", new double[] {4})
                    .gives(-0.4054651081081644, 0))
            .plot(0.02, 0.98, 0.3)
            .source("Ferrari and Cribari-Neto 2004, doi:10.1080/0266476042000214501; examples by hand")
            .build();

    private static final double GREAT = 1e9;

    /** From here on one term of Stirling's series is enough. */
    private static final double MANY = 1e6;

    /** Up to here trigamma is the square of the inverse. */
    private static final double LEAST = 1e-9;

    private static final Twofold LN_2_PI = new Twofold(1.8378770664093456, 2 * -3.8782941580672414e-17);

    @Override
    public Domain truth() {
        return Domain.row(Interval.OPEN_UNIT);
    }

    @Override
    public Domain prediction() {
        return Domain.row(Interval.OPEN_UNIT);
    }

    @Override
    public List<Input> inputs() {
        Domain positive = Domain.number(Interval.POSITIVE);
        String description = "the predicted concentrations a + b: variance = mean (1 - mean) / (1 + concentration)";
        return List.of(new Input("concentration", positive, Input.Width.ONE_OR_AS_PREDICTION, description));
    }

    @Override
    public double value(double t, double[] at) {
        if (at[1] > GREAT) {
            return ofGreat(t, at[0], at[1]);
        }
        Twofold a = Twofold.product(at[0], at[1]);
        Twofold b = Twofold.sum(1, -at[0]).times(at[1]);
        return logGamma(a, at[0], at[1])
                .plus(logGamma(b, 1 - at[0], at[1]))
                .minus(Elementary.logGamma(Twofold.of(at[1])))
                .minus(a.plus(-1).times(Twofold.of(t).log()))
                .minus(b.plus(-1).times(Twofold.sum(1, -t).log()))
                .value();
    }

    /** The same of a great concentration, where the ln Gamma cancel: a divergence of the means and what is left of Stirling's series. */
    private static double ofGreat(double t, double p, double concentration) {
        Twofold divergence = Deviance.half(1, p, t).plus(Deviance.half(1, 1 - p, 1 - t));
        Twofold rest = rest(Twofold.of(p), concentration).plus(rest(Twofold.sum(1, -p), concentration));
        return divergence
                .times(concentration)
                .plus(Twofold.of(t).log())
                .plus(Twofold.sum(1, -t).log())
                .plus(rest)
                .plus(Twofold.of(concentration).log().minus(LN_2_PI).scaled(-1))
                .plus(-1 / concentration / 12)
                .value();
    }

    /** ln Gamma(x) - x ln x + x of a product x. */
    private static Twofold rest(Twofold share, double concentration) {
        Twofold x = share.times(concentration);
        if (x.high() < MANY) {
            Twofold log = share.log().plus(Twofold.of(concentration).log());
            return logGamma(x, share.value(), concentration).minus(x.times(log)).plus(x);
        }
        return LN_2_PI.minus(share.log())
                .minus(Twofold.of(concentration).log())
                .scaled(-1)
                .plus(1 / x.high() / 12);
    }

    /** ln Gamma of a product, also where that is too small for a double. */
    private static Twofold logGamma(Twofold product, double first, double second) {
        return product.high() < Double.MIN_NORMAL
                ? Twofold.of(first).log().plus(Twofold.of(second).log()).negated()
                : Elementary.logGamma(product);
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        // in parts that do not cancel for high precisions: a divergence of the means, and what digamma lags
        double odds = log(at[0], t) - log(1 - at[0], 1 - t);
        slopes[0] = at[1] * odds + (lag(1 - at[0], at[1], at[1]) - lag(at[0], at[1], at[1]));
        double divergence = Deviance.half(1, at[0], t)
                .plus(Deviance.half(1, 1 - at[0], 1 - t))
                .value();
        double parts = lag(at[0], at[1], at[0]) + lag(1 - at[0], at[1], 1 - at[0]);
        // next to no concentration each of the three lags is one over it, which may be past the range of doubles
        slopes[1] = divergence + (Double.isInfinite(parts) ? -1 / at[1] : GammaRatio.lag(at[1]) - parts);
    }

    /** What digamma lags at a product, times a factor; one over it where the product is too small for a double. */
    private static double lag(double first, double second, double factor) {
        double product = first * second;
        return product < Double.MIN_NORMAL
                ? Unbounded.of(factor).over(first).over(second).value()
                : factor * GammaRatio.lag(product);
    }

    private static double log(double a, double b) {
        return Twofold.logRatio(Twofold.of(a), Twofold.of(b), Twofold.sum(a, -b))
                .value();
    }

    @Override
    public double curvature(double t, double[] at) {
        return bend(at[0], at[1]) + bend(1 - at[0], at[1]);
    }

    /** The second derivative of ln Gamma of a product by its first factor. */
    private static double bend(double p, double concentration) {
        double x = p * concentration;
        return x < LEAST ? 1 / p / p : concentration * (concentration * Elementary.trigamma(x));
    }
}
