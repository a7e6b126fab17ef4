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

    /** Up to here the first two terms of a series are all of it. */
    private static final double SMALL = 1e-8;

    /** Up to here so many terms of another are. */
    private static final double NEAR = 0x1p-6;

    private static final int TERMS = 9;

    /** Up to here the mean is small beside one. */
    private static final double FEW = 0.1;

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
        if (t == 0) {
            return valueOfNone(at[0], at[1]);
        }
        if (isPoisson(t, at)) {
            return POISSON.value(t, at[0]);
        }
        double r = 1 / at[1];
        if (!(r + t < Overdispersion.GREAT)) {
            return new Overdispersion(t, at[0], at[1]).value();
        }
        Twofold p = Twofold.of(at[0]);
        Twofold size = Twofold.of(r);
        Twofold both = Twofold.sum(r, at[0]);
        Twofold ways = Elementary.logGamma(Twofold.sum(r, t)).minus(Elementary.logGamma(size));
        Twofold count = Elementary.logGamma1p(t)
                .minus(ways)
                .plus(Twofold.logRatio(both, p, size).times(t));
        return Twofold.logRatio(both, size, p).times(r).plus(count).value();
    }

    /** ln(1 + dispersion p) / dispersion. */
    private static double valueOfNone(double p, double dispersion) {
        Twofold growth = Twofold.product(dispersion, p);
        if (growth.high() < SMALL) {
            return p - p * (growth.high() / 2);
        }
        if (growth.high() < 0.4) {
            return p * Twofold.log1p(growth, Twofold.of(1)).over(growth).value();
        }
        Twofold log = growth.high() <= Double.MAX_VALUE
                ? growth.plus(1).log()
                : Twofold.of(p).log().plus(Twofold.of(dispersion).log());
        return log.value() / dispersion;
    }

    @Override
    public void slopes(double t, double[] at, double[] slopes) {
        double p = at[0];
        double a = at[1];
        double slope = (p - t) / p / (1 + a * p);
        slopes[0] = isFar(slope, a * p) ? farSlope(t, p, a) : slope;
        // next to none that are expected, one that is counted leaves nothing of the general difference
        Twofold level = t == 1 && p < FEW
                ? Twofold.of(p).over(Twofold.product(a, p).plus(1)).minus(ofMeans(0, p, a))
                : GammaRatio.levelOverSquare(a, t).minus(ofMeans(t, p, a));
        slopes[1] = level.value();
    }

    /** r^2 (ln(1 + c) - c / (1 + c)), of c = (p - t) / (r + t); in two doubles next to 0, where the ln Gamma cancel it. */
    private static Twofold ofMeans(double t, double p, double a) {
        double r = 1 / a;
        double c = a < 1 ? a * ((p - t) / (1 + a * t)) : (p - t) / (r + t);
        if (Math.abs(c) < 0.4) {
            Twofold far =
                    a < 1 ? Twofold.sum(p, -t).over(Twofold.product(a, t).plus(1)) : Twofold.of((p - t) / (r + t) / a);
            Twofold half = far.scaled(-1).times(far);
            return Double.isInfinite(half.high()) ? half : half.plus(half.times(2 * rest(c)));
        }
        return Twofold.of(
                a < 1
                        ? (log(t, p, a) - a * (p - t) / (1 + a * p)) / a / a
                        : log(t, p, a) / a / a - (p - t) / a / (r + p) / a);
    }

    /** (ln(1 + c) - c / (1 + c)) / c^2 - 1/2. */
    private static double rest(double c) {
        if (Math.abs(c) > NEAR) {
            return Elementary.log1pMinus(c) / c / c + 1 / (1 + c) - 0.5;
        }
        double sum = 0;
        for (int k = TERMS; k >= 1; k--) {
            sum = -c * ((k + 1.0) / (k + 2) + sum);
        }
        return sum;
    }

    /** ln((r + p) / (r + t)). */
    private static double log(double t, double p, double a) {
        double r = 1 / a;
        double ratio = a < 1 ? (1 + a * p) / (1 + a * t) : (r + p) / (r + t);
        return ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE
                ? Elementary.log(ratio)
                : Elementary.log(r + p) - Elementary.log(r + t);
    }

    /** Whether a quotient of products may have lost a product that is past the range of doubles. */
    private static boolean isFar(double quotient, double product) {
        return !(Math.abs(quotient) <= Double.MAX_VALUE && product <= Double.MAX_VALUE);
    }

    private static double farSlope(double t, double p, double a) {
        return Unbounded.of(p - t).over(p).over(height(p, a)).value();
    }

    /** 1 + a p. */
    private static Unbounded height(double p, double a) {
        return Unbounded.of(a).times(p).plus(Unbounded.of(1));
    }

    @Override
    public double curvature(double t, double[] at) {
        double p = at[0];
        double h = 1 + at[1] * p;
        double bend = (t / p * ((1 + 2 * at[1] * p) / p) - at[1]) / h / h;
        return isFar(bend, h) ? farCurvature(t, p, at[1]) : bend;
    }

    private static double farCurvature(double t, double p, double a) {
        Unbounded h = height(p, a);
        Unbounded twice = Unbounded.of(a).times(p).times(2).plus(Unbounded.of(1));
        return Unbounded.of(t)
                .over(p)
                .over(p)
                .times(twice)
                .plus(Unbounded.of(-a))
                .over(h)
                .over(h)
                .value();
    }
}
