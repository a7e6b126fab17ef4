package lossctl.num;

/** What is left of a function after the first term of its series. */
final class Remainders {
    private Remainders() {}

    static double log1pMinus(double x) {
        if (!(Math.abs(x) < 0.4)) {
            return Elementary.log1p(x) - x;
        }
        // with s = x/(2+x): log1p(x) = 2 atanh(s), and 2s - x = -s x
        double s = x / (2 + x);
        double square = s * s;
        double sum = 0;
        for (int k = 41; k >= 3; k -= 2) {
            sum = (sum + 1.0 / k) * square;
        }
        return s * (2 * sum - x);
    }

    static double expm1Minus(double x) {
        if (!(Math.abs(x) < 1)) {
            return Elementary.expm1(x) - x;
        }
        double sum = 0;
        for (int k = 22; k >= 3; k--) {
            sum = (1 + sum) * x / k;
        }
        return (1 + sum) * x * x / 2;
    }
}
