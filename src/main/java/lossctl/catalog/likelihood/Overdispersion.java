package lossctl.catalog.likelihood;

import lossctl.num.Dyadic;
import lossctl.num.Twofold;

/**
 * The negative binomial likelihood where the three ln Gamma of it are past what two doubles hold: what a count costs at the
 * best mean, from Stirling's series, and what another mean costs beyond (the deviance), from exact quotients. The saddle-point
 * form of Loader 2000, Fast and accurate computation of binomial probabilities.
 *
 * @param t the count, greater than 0
 * @param p the mean
 * @param a the dispersion, 1/r
 */
record Overdispersion(double t, double p, double a) {
    /** From here on what is left of Stirling's series after its first term is below all digits. */
    static final double GREAT = 1e12;

    /** Up to here the logarithms are series, of which the first terms cancel. */
    private static final double NEAR = 0x1p-10;

    /** Up to here the first term of a logarithm is all but a rounding of it. */
    private static final double LEAST = 0x1p-60;

    /** The negative log-likelihood. */
    double value() {
        return least().plus(deviance()).value();
    }

    /** ln Gamma(t + 1) + ln Gamma(r) - ln Gamma(r + t) at the mean t. */
    private Twofold least() {
        double r = 1 / a;
        if (r >= GREAT) {
            Twofold growth = Twofold.product(a, t);
            double share = growth.high() / (1 + growth.high());
            Twofold tail = logOfOneAnd().scaled(-1).plus(a * share / 12);
            return Deviance.leastPoisson(t).plus(tail);
        }
        Twofold ratio = Twofold.of(r).over(Twofold.of(t));
        Twofold tail = Twofold.log1p(ratio, Twofold.of(1)).scaled(-1);
        Twofold leastSize = Deviance.leastPoisson(r);
        return leastSize.plus(logOfOneAnd()).minus(tail).plus(ratio.high() / (t + r) / 12);
    }

    /** ln(1 + a t). */
    private Twofold logOfOneAnd() {
        Twofold growth = Twofold.product(a, t);
        if (Double.isInfinite(growth.high())) {
            return Twofold.of(a).log().plus(Twofold.of(t).log());
        }
        return growth.high() < 0.4
                ? Twofold.log1p(growth, Twofold.of(1))
                : growth.plus(1).log();
    }

    /** r ln(1 + c) + t ln(1 + d), of c = (p - t) / (r + t) and d = -c r / p. */
    private Twofold deviance() {
        Dyadic count = Dyadic.of(t);
        Dyadic mean = Dyadic.of(p);
        Dyadic dispersion = Dyadic.of(a);
        Dyadic apart = mean.minus(count);
        if (apart.signum() == 0) {
            return Twofold.of(0);
        }
        Dyadic below = Dyadic.of(1).plus(dispersion.times(count));
        Dyadic above = Dyadic.of(1).plus(dispersion.times(mean));
        double c = dispersion.times(apart).over(below);
        double d = -apart.over(mean.times(below));
        if (Math.abs(c) <= NEAR && Math.abs(d) <= NEAR) {
            Dyadic square = apart.times(apart);
            Dyadic wide = below.times(below);
            Twofold first = dispersion.times(square).sharpOver(wide).scaled(-1);
            Twofold second =
                    count.times(square).sharpOver(mean.times(mean).times(wide)).scaled(-1);
            return square.sharpOver(mean.times(below))
                    .minus(first.plus(first.times(rest(c))))
                    .minus(second.plus(second.times(rest(d))));
        }
        Twofold first = Math.abs(c) <= LEAST
                ? apart.sharpOver(below).times(1 - c / 2)
                : above.logOver(below).over(Twofold.of(a));
        Twofold second = Math.abs(d) <= LEAST
                ? count.times(apart).sharpOver(mean.times(below)).times(d / 2 - 1)
                : count.times(above).logOver(mean.times(below)).times(t);
        return first.plus(second);
    }

    /** What follows the 1 in the series of (x - ln(1 + x)) / (x^2/2), for small x. */
    private static double rest(double x) {
        return x * (-2.0 / 3 + x * (2.0 / 4 + x * (-2.0 / 5 + x * (2.0 / 6 + x * (-2.0 / 7)))));
    }
}
