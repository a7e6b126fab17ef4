package lossctl.catalog.likelihood;

import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** Exponentials of numbers in two doubles, where what a double leaves of the exponent counts. */
final class Growth {
    private Growth() {}

    /** e^u - 1. */
    static double expm1(Twofold u) {
        double less1 = Elementary.expm1(u.high());
        return u.low() == 0 || Double.isInfinite(less1) ? less1 : less1 + u.low() * (1 + less1);
    }

    /** e^u - 1 - u. */
    static double expm1Minus(Twofold u) {
        double rest = Elementary.expm1Minus(u.high());
        return u.low() == 0 || Double.isInfinite(rest) ? rest : rest + u.low() * Elementary.expm1(u.high());
    }
}
