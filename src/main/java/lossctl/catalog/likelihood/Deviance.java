package lossctl.catalog.likelihood;

import lossctl.num.Elementary;

/** What the deviances share: {@code integral from p to t of (t - u) / u^power du}, without cancellation near t = p. */
final class Deviance {
    private static final double NEAR = 0.25;
    private static final double HALF_LN_2_PI = 0.9189385332046728;

    private Deviance() {}

    /** Half the deviance of this power of the variance. */
    static double half(double power, double t, double p) {
        if (t == p) {
            return 0;
        }
        double x = (t - p) / p;
        if (Math.abs(x) <= NEAR) {
            return p * Elementary.pow(p, 1 - power) * near(power, x);
        }
        if (power == 1) {
            return Elementary.xLogY(t, t / p) - (t - p);
        }
        if (power == 2) {
            return t / p - 1 - Elementary.log(t / p);
        }
        double head = t == 0 || power == 2 ? 0 : Elementary.pow(t, 2 - power) / ((1 - power) * (2 - power));
        return head + Elementary.pow(p, 1 - power) * (p / (2 - power) - t / (1 - power));
    }

    /** The series of ((1 + x)^(2-power) - 1 - (2-power) x) / ((1-power)(2-power)). */
    private static double near(double power, double x) {
        double term = x * x / 2;
        double sum = 0;
        for (int k = 2; Math.abs(term) > 0x1p-60 * Math.abs(sum); k++) {
            sum += term;
            term *= -x * (power + k - 2) / (k + 1);
        }
        return sum;
    }

    /** What a Poisson count costs at the best rate: ln Gamma(t + 1) - t ln t + t. */
    static double leastPoisson(double t) {
        if (t < 0.5) {
            return Elementary.logGamma(t + 1) - Elementary.xLogY(t, t) + t;
        }
        double sum = 0;
        double at = t;
        for (; at < 10; at++) {
            sum += at * Elementary.log1pMinus(1 / at);
        }
        // Stirling's series, NIST DLMF 5.11.1
        double square = 1 / at / at;
        double series = (1.0 / 12
                        - square
                                * (1.0 / 360
                                        - square
                                                * (1.0 / 1260
                                                        - square
                                                                * (1.0 / 1680
                                                                        - square
                                                                                * (1.0 / 1188
                                                                                        - square * (691.0 / 360360))))))
                / at;
        return sum + (HALF_LN_2_PI + Elementary.log(at) / 2 + series);
    }
}
