package lossctl.catalog.divergence;

import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** Powers of ratios, as divergences of a power need them. */
final class Powers {
    private static final double NEAR = 0x1p-10;

    private Powers() {}

    /** t^a p^(1 - a) - a t - (1 - a) p for a > 0, without cancellation where t is near p. */
    static Twofold bent(double t, double p, double a) {
        if (p == 0) {
            return Twofold.of(t == 0 ? 0 : a < 1 ? -a * t : Double.POSITIVE_INFINITY);
        }
        if (t == 0 || t == p) {
            return t == p ? Twofold.of(0) : Twofold.sum(a, -1).times(p);
        }
        Twofold difference = Twofold.sum(t, -p);
        Twofold gain = difference.over(Twofold.of(p));
        if (Math.abs(gain.high()) * Math.max(1, a) < NEAR) {
            Twofold square = gain.times(gain).scaled(-1).times(p);
            Twofold bent = square.plus(square.times(rest(a, gain.high())));
            return bent.times(Twofold.sum(a, -1).times(a));
        }
        Twofold log = Twofold.logRatio(Twofold.of(t), Twofold.of(p), difference);
        Twofold power = log.times(a).exp();
        if (Double.isInfinite(power.high() + gain.high())) {
            return log.times(Twofold.sum(a, -1)).exp().plus(-a).times(t);
        }
        return power.plus(-1).minus(gain.times(a)).times(p);
    }

    /** What follows the 1 in the series of 2 ((1 + x)^a - 1 - a x) / (a (a - 1) x^2). */
    private static double rest(double a, double x) {
        double sum = 0;
        double term = 1;
        for (int k = 3; Math.abs(term) > 0x1p-70; k++) {
            term *= x * (a - k + 1) / k;
            sum += term;
        }
        return sum;
    }

    /** (t/p)^a, of t above 0. */
    static double ratio(double t, double p, double a) {
        if (t == p) {
            return 1;
        }
        return t / p <= Double.MAX_VALUE && t / p >= Double.MIN_NORMAL
                ? Elementary.pow(t / p, a)
                : Twofold.of(t).log().minus(Twofold.of(p).log()).times(a).exp().value();
    }
}
