package lossctl.catalog.divergence;

import lossctl.num.CompensatedSum;
import lossctl.num.Elementary;

/** Powers of ratios, as divergences of a power need them. */
final class Powers {
    private Powers() {}

    /** t^a p^(1 - a) - a t - (1 - a) p for a > 0, without cancellation where t is near p. */
    static double bent(double t, double p, double a) {
        if (p == 0) {
            return t == 0 ? 0 : a < 1 ? -a * t : Double.POSITIVE_INFINITY;
        }
        double gain = (t - p) / p;
        if (gain > -0.7 && gain < 2) {
            return p * (Elementary.expm1Minus(a * Elementary.log1p(gain)) + a * Elementary.log1pMinus(gain));
        }
        CompensatedSum sum = new CompensatedSum();
        double power = Elementary.pow(t / p, a);
        sum.add(Double.isInfinite(power) ? t * Elementary.pow(t / p, a - 1) : p * power);
        sum.addProduct(-a, t);
        sum.addProduct(a - 1, p);
        return sum.value();
    }

    /** (t/p)^a. */
    static double ratio(double t, double p, double a) {
        return t == p ? 1 : t == 0 ? 0 : Elementary.pow(t / p, a);
    }
}
