package lossctl.catalog.likelihood;

import lossctl.num.Elementary;
import lossctl.num.Twofold;

/** Differences of the digamma function, whose parts cancel. */
final class GammaRatio {
    private static final double LARGE = 12;

    /** From here on 1 over it is all that counts. */
    private static final double GREAT = 1e300;

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

    /** r^2 (digamma(r + t) - digamma(r) - ln(1 + t/r)), not below 0, of r = 1/a: term by term, since the whole cancels. */
    static Twofold levelOverSquare(double a, double t) {
        if (a * LARGE <= 1) {
            double h = 1 + a * t;
            double rest = a * t / h * (1 + 1 / h) * tailSlope(a * a, a / h * (a / h));
            return Twofold.of(t / 2).over(Twofold.product(a, t).plus(1)).plus(rest);
        }
        double r = 1 / a;
        if (a > GREAT) {
            return Twofold.of(t / (r + t) / a);
        }
        double sum = 0;
        double z = r;
        for (; z < LARGE; z++) {
            double s = z + t;
            sum += t / s / z / (s + 1) - Elementary.log1pMinus(t / (s + 1) / z);
        }
        double s = z + t;
        double squares = t / s / z * ((1 + z / s) / z);
        sum += t / s / z / 2 + squares * tailSlope(1 / z / z, 1 / s / s);
        return Twofold.of(sum / a / a);
    }

    /** The difference of tails over that of the squares v and w of inverses. */
    private static double tailSlope(double v, double w) {
        double sum = 0;
        double slope = 0;
        for (double factor : TAIL) {
            slope = slope * w + sum;
            sum = sum * v + factor;
        }
        return slope * w + sum;
    }

    private static final double[] TAIL = {
        1.0 / 12, -691.0 / 32760, 1.0 / 132, -1.0 / 240, 1.0 / 252, -1.0 / 120, 1.0 / 12
    };

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
