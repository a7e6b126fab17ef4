package lossctl.catalog.likelihood;

import lossctl.num.Elementary;
import lossctl.num.Twofold;
import lossctl.num.Unbounded;

/** Exponentials of numbers in two doubles, where what a double leaves of the exponent counts. */
final class Growth {
    private Growth() {}

    /** e^u - 1. */
    static double expm1(Twofold u) {
        double less1 = Elementary.expm1(u.high());
        return u.low() == 0 || Double.isInfinite(less1) ? less1 : less1 + u.low() * (1 + less1);
    }

    /** e^u - 1 - u, in two doubles away from 0: something else may cancel u. */
    static Twofold expm1Minus(Twofold u) {
        if (Math.abs(u.high()) > 0.5) {
            Twofold power = u.exp();
            return Double.isInfinite(power.high()) ? power : power.plus(-1).minus(u);
        }
        double rest = Elementary.expm1Minus(u.high());
        return Twofold.of(u.low() == 0 ? rest : rest + u.low() * Elementary.expm1(u.high()));
    }

    /** e^x - t, also where both are next to 1. */
    static double expMinus(double x, double t) {
        return Math.abs(x) < 0.5 && t > 0.5 && t < 2 ? Elementary.expm1(x) - (t - 1) : Elementary.exp(x) - t;
    }

    /** t e^x, also where e^x is past the range of doubles. */
    static double timesExp(double t, double x) {
        double power = Elementary.exp(x);
        boolean isPlain = power <= Double.MAX_VALUE && power >= Double.MIN_NORMAL;
        return isPlain ? t * power : Unbounded.exp(Twofold.of(x)).times(t).value();
    }
}
