package lossctl.num;

/** The derivatives of ln Gamma: recurrence up to 12, then the asymptotic series (NIST DLMF 5.11). */
final class GammaFunction {
    private GammaFunction() {}

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
        return LogGamma.of(a) + LogGamma.of(b) - LogGamma.of(a + b);
    }
}
