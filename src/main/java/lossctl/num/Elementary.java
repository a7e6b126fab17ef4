package lossctl.num;

/**
 * The only door to exp, log and their kin: everything rests on {@link StrictMath}, so that results are the same on every
 * machine. Edges as in {@link StrictMath}: NaN gives NaN, poles give infinities.
 */
public final class Elementary {
    private static final double LOG_2 = 0.6931471805599453;

    private Elementary() {}

    /** e^x, within 1 ulp. */
    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    /** Natural logarithm, within 1 ulp; -Infinity at 0, NaN below. */
    public static double log(double x) {
        return StrictMath.log(x);
    }

    /** ln(1 + x), within 1 ulp. */
    public static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    /** e^x - 1, within 1 ulp. */
    public static double expm1(double x) {
        return StrictMath.expm1(x);
    }

    /** x^y, within 1 ulp. */
    public static double pow(double x, double y) {
        return StrictMath.pow(x, y);
    }

    /** Square root, correctly rounded. */
    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    /** Sine, within 1 ulp. */
    public static double sin(double x) {
        return StrictMath.sin(x);
    }

    /** Cosine, within 1 ulp. */
    public static double cos(double x) {
        return StrictMath.cos(x);
    }

    /** Tangent, within 1 ulp. */
    public static double tan(double x) {
        return StrictMath.tan(x);
    }

    /** Arc tangent, within 1 ulp. */
    public static double atan(double x) {
        return StrictMath.atan(x);
    }

    /** Hyperbolic sine. */
    public static double sinh(double x) {
        return StrictMath.sinh(x);
    }

    /** Hyperbolic cosine. */
    public static double cosh(double x) {
        return StrictMath.cosh(x);
    }

    /** Hyperbolic tangent. */
    public static double tanh(double x) {
        return StrictMath.tanh(x);
    }

    /** ln(1 + e^x), also where the result is tiny or x large. */
    public static double softplus(double x) {
        return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
    }

    /** The same as {@link #softplus}. */
    public static double log1pExp(double x) {
        return softplus(x);
    }

    /** 1 / (1 + e^-x). */
    public static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + exp(-x));
        }
        double e = exp(x);
        return e / (1 + e);
    }

    /** ln sigmoid(x) = -softplus(-x). */
    public static double logSigmoid(double x) {
        return -softplus(-x);
    }

    /** ln(1 - e^x) for x <= 0; -Infinity at 0, NaN above. */
    public static double log1mExp(double x) {
        return x > -LOG_2 ? log(-expm1(x)) : log1p(-exp(x));
    }

    /** x ln y, and 0 at x = 0 whatever y (unless NaN). */
    public static double xLogY(double x, double y) {
        return x == 0 && y == y ? 0 : x * log(y);
    }

    /** ln(sum of e^x[i]) over {@code x[from, to)}; -Infinity for none. */
    public static double logSumExp(double[] x, int from, int to) {
        return SoftMaximum.logSumExp(x, from, to);
    }

    /** ln(sum over j < k of e^(x[j] - x[target])), accurate also where x[target] is far above the others. */
    public static double logSumExpMinus(double[] x, int k, int target) {
        return SoftMaximum.logSumExpMinus(x, k, target);
    }

    /** e^(a - b), right also in the digits that the rounding of a - b drops. */
    public static double expOfDifference(double a, double b) {
        return SoftMaximum.expOfDifference(a, b);
    }

    /** e^x[i] / sum of e^x[j] into {@code out}, which may be {@code x} itself. */
    public static void softmax(double[] x, double[] out) {
        SoftMaximum.softmax(x, out);
    }

    /** ln(1 + x) - x without cancellation. */
    public static double log1pMinus(double x) {
        return Remainders.log1pMinus(x);
    }

    /** e^x - 1 - x without cancellation. */
    public static double expm1Minus(double x) {
        return Remainders.expm1Minus(x);
    }

    /** Euclidean norm of (x, y), no overflow in between. */
    public static double hypot(double x, double y) {
        return StrictMath.hypot(x, y);
    }

    /** Euclidean norm, no overflow or underflow in between; 0 for no elements. */
    public static double norm2(double[] x) {
        double largest = 0;
        for (double each : x) {
            largest = Math.max(largest, Math.abs(each));
        }
        if (largest == 0 || !(largest <= Double.MAX_VALUE)) {
            return largest;
        }
        ExactSum squares = new ExactSum();
        for (double each : x) {
            squares.addProduct(each, each);
        }
        return squares.rootDividedBy(1);
    }

    /** ln |Gamma(x)|; +Infinity at 0, -1, -2... */
    public static double logGamma(double x) {
        return LogGamma.of(x);
    }

    /** ln Gamma(1 + x), x >= 0, in two doubles. */
    public static Twofold logGamma1p(double x) {
        return LogGamma.ofOneAnd(x);
    }

    /** The derivative of ln Gamma; NaN at 0, -1, -2... */
    public static double digamma(double x) {
        return GammaFunction.digamma(x);
    }

    /** The second derivative of ln Gamma. */
    public static double trigamma(double x) {
        return GammaFunction.trigamma(x);
    }

    /** ln B(a, b) = ln Gamma(a) + ln Gamma(b) - ln Gamma(a + b), a and b > 0. */
    public static double betaLog(double a, double b) {
        return GammaFunction.betaLog(a, b);
    }

    /** The error function. */
    public static double erf(double x) {
        return ErrorFunction.erf(x);
    }

    /** 1 - erf(x), accurate in the far tail. */
    public static double erfc(double x) {
        return ErrorFunction.erfc(x);
    }

    /** e^(x^2) erfc(x). */
    public static double erfcx(double x) {
        return ErrorFunction.erfcx(x);
    }

    /** Density of the standard normal distribution. */
    public static double normalPdf(double x) {
        return ErrorFunction.normalPdf(x);
    }

    /** Distribution function of the standard normal distribution. */
    public static double normalCdf(double x) {
        return ErrorFunction.normalCdf(x);
    }

    /** ln normalCdf(x), accurate in both tails. */
    public static double logNormalCdf(double x) {
        return ErrorFunction.logNormalCdf(x);
    }
}
