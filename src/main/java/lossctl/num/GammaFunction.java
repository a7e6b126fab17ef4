package lossctl.num;

/** ln Gamma and its derivatives: recurrence up to 12, then the asymptotic series (NIST DLMF 5.11). */
final class GammaFunction {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private GammaFunction() {}

    static double logGamma(double x) {
        if (x <= 0) {
            if (x == Math.floor(x)) {
                return Double.POSITIVE_INFINITY;
            }
            return Elementary.log(Math.PI / Math.abs(Elementary.sin(Math.PI * x))) - logGamma(1 - x);
        }
        double product = 1;
        double z = x;
        while (z < 12) {
            product *= z++;
        }
        double r = 1 / (z * z);
        double tail = (1.0 / 12
                        - r
                                * (1.0 / 360
                                        - r
                                                * (1.0 / 1260
                                                        - r
                                                                * (1.0 / 1680
                                                                        - r
                                                                                * (1.0 / 1188
                                                                                        - r
                                                                                                * (691.0 / 360360
                                                                                                        - r / 156))))))
                / z;
        return (z - 0.5) * Elementary.log(z) - z + HALF_LOG_TWO_PI + tail - Elementary.log(product);
    }

    static double digamma(double x) {
        if (x <= 0) {
            return x == Math.floor(x) ? Double.NaN : digamma(1 - x) - Math.PI / Elementary.tan(Math.PI * x);
        }
        double sum = 0;
        double z = x;
        for (; z < 12; z++) {
            sum += 1 / z;
        }
        double r = 1 / (z * z);
        double tail = r
                * (1.0 / 12
                        - r
                                * (1.0 / 120
                                        - r
                                                * (1.0 / 252
                                                        - r
                                                                * (1.0 / 240
                                                                        - r
                                                                                * (1.0 / 132
                                                                                        - r
                                                                                                * (691.0 / 32760
                                                                                                        - r / 12))))));
        return Elementary.log(z) - 0.5 / z - tail - sum;
    }

    static double trigamma(double x) {
        if (x <= 0) {
            double s = Math.PI / Elementary.sin(Math.PI * x);
            return x == Math.floor(x) ? Double.POSITIVE_INFINITY : s * s - trigamma(1 - x);
        }
        double sum = 0;
        double z = x;
        for (; z < 12; z++) {
            sum += 1 / (z * z);
        }
        double r = 1 / (z * z);
        double tail = r
                / z
                * (1.0 / 6
                        - r
                                * (1.0 / 30
                                        - r
                                                * (1.0 / 42
                                                        - r
                                                                * (1.0 / 30
                                                                        - r
                                                                                * (5.0 / 66
                                                                                        - r
                                                                                                * (691.0 / 2730
                                                                                                        - r * 7
                                                                                                                / 6))))));
        return 1 / z + r / 2 + tail + sum;
    }

    static double betaLog(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }
}
