package lossctl.num;

/** What is left of a function after the first term of its series. */
final class Remainders {
    private Remainders() {}

    static double log1pMinus(double x) {
        if (!(x > -0.7 && x < 2)) {
            return x == Double.POSITIVE_INFINITY ? -x : Elementary.log1p(x) - x;
        }
        // with s = x/(2+x): ln(1+x) = 2 atanh s, and 2s - x = -s x
        double below = 2 + x;
        double s = x / below;
        double lost = (Math.fma(-s, below, x) - s * (x - (below - 2))) / below;
        double square = s * s;
        double sum = 0;
        for (int k = 65; k >= 3; k -= 2) {
            sum = (sum + 1.0 / k) * square;
        }
        double factor = 2 * sum - x;
        return s * factor + lost * factor;
    }

    static double expm1Minus(double x) {
        if (!(Math.abs(x) < 1.5)) {
            return x == Double.POSITIVE_INFINITY ? x : Elementary.expm1(x) - x;
        }
        double sum = 0;
        for (int k = 24; k >= 3; k--) {
            sum = (1 + sum) * x / k;
        }
        double square = x * x;
        return square / 2 + (square / 2 * sum + Math.fma(x, x, -square) / 2);
    }
}
