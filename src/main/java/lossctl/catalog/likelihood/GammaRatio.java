package lossctl.catalog.likelihood;

import lossctl.num.Elementary;

/** Differences of the digamma function, whose parts cancel. */
final class GammaRatio {
    private static final double LARGE = 12;

    private GammaRatio() {}

    /** ln x - digamma(x), x > 0: a sum of positive parts up to 12, then the series of DLMF 5.11.2. */
    static double lag(double x) {
        double sum = 0;
        double z = x;
        for (; z < LARGE; z++) {
            sum -= Elementary.log1pMinus(1 / z);
        }
        return sum + (0.5 / z + tail(z));
    }

    /** digamma(r) - digamma(r + t) + ln(1 + t/r), for t >= 0. */
    static double level(double r, double t) {
        double sum = 0;
        double z = r;
        for (; z < LARGE; z++) {
            sum += Elementary.log1pMinus(1 / z) - Elementary.log1pMinus(1 / (z + t));
        }
        double s = z + t;
        return sum - (t / z / s) / 2 - (tail(z) - tail(s));
    }

    private static double tail(double x) {
        double r = 1 / x / x;
        double sum = 691.0 / 32760 - r / 12;
        sum = 1.0 / 132 - r * sum;
        sum = 1.0 / 240 - r * sum;
        sum = 1.0 / 252 - r * sum;
        sum = 1.0 / 120 - r * sum;
        return r * (1.0 / 12 - r * sum);
    }
}
