package lossctl.num;

/**
 * The only door to exp, log and their kin: everything rests on {@link StrictMath}, or on sums and products alone, so that
 * results are the same on every machine.
 *
 * <p>An error of n ulp is n units in the last place of the exact value of the function at the given doubles, as found
 * against tables of 30 digits; near a zero that is not at a simple number (of ln Beta, say) it is the absolute error that
 * is small. NaN gives NaN; poles give infinities, unless stated otherwise.
 */
public final class Elementary {
    private static final double LOG_2 = 0.6931471805599453;
    private static final long ONE = Double.doubleToRawLongBits(1);

    private Elementary() {}

    /** e^x, within 0.51 ulp. */
    public static double exp(double x) {
        return Exponential.of(x, 0);
    }

    /**
     * e^(x + rest), {@code rest} being small beside x, in two doubles with about 12 digits more than {@link #exp}, and
     * hardly slower: for sums and powers that would magnify its error. The second has its digits above 1e-290 only.
     */
    public static Twofold sharpExp(double x, double rest) {
        return SharpExp.of(x, rest);
    }

    /** ln x in two doubles, absolutely within about 1e-19: for exponentials, which magnify its error. */
    public static Twofold sharpLog(double x) {
        return SharpExp.log(x);
    }

    /** ln(1 + x), x >= 0, in two doubles: as sharp as {@link #sharpLog}, and with the digits of x where that is small. */
    public static Twofold sharpLog1p(Twofold x) {
        if (x.high() < 0.25) {
            return Twofold.log1p(x, Twofold.of(1));
        }
        Twofold sum = x.plus(1);
        return sharpLog(sum.high()).plus(sum.low() / sum.high());
    }

    /** Natural logarithm, within 0.51 ulp; -Infinity at 0, NaN below. */
    public static double log(double x) {
        return Logarithm.of(x);
    }

    /** ln(1 + x), within 0.51 ulp; -Infinity at -1, NaN below. */
    public static double log1p(double x) {
        return Logarithm.of1p(x);
    }

    /** e^x - 1, within 1 ulp. */
    public static double expm1(double x) {
        return StrictMath.expm1(x);
    }

    /** x^y, within 1 ulp. */
    public static double pow(double x, double y) {
        return StrictMath.pow(x, y);
    }

    /** a b / c, within 2 ulp, no overflow or underflow in between. */
    public static double productOver(double a, double b, double c) {
        double product = a * b;
        if (Math.abs(product) > 1e-290 && Math.abs(product) <= Double.MAX_VALUE) {
            return product / c;
        }
        int forA = Math.getExponent(a);
        int forB = Math.getExponent(b);
        int forC = Math.getExponent(c);
        double near = Math.scalb(a, -forA) * Math.scalb(b, -forB) / Math.scalb(c, -forC);
        return Math.scalb(near, forA + forB - forC);
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

    /** Hyperbolic sine, within 2 ulp. */
    public static double sinh(double x) {
        return StrictMath.sinh(x);
    }

    /** Hyperbolic cosine, within 2 ulp. */
    public static double cosh(double x) {
        return StrictMath.cosh(x);
    }

    /** Hyperbolic tangent, within 2 ulp. */
    public static double tanh(double x) {
        return StrictMath.tanh(x);
    }

    /** ln(1 + e^x), within 2 ulp, also where the result is tiny. */
    public static double softplus(double x) {
        return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
    }

    /** 1 / (1 + e^-x), within 2 ulp. */
    public static double sigmoid(double x) {
        double power = exp(-Math.abs(x));
        // 1 or the power above the line, by bits: a branch that is as good as random costs more than both
        long isNegative = Double.doubleToRawLongBits(x) >> 63;
        long above = ONE ^ (ONE ^ Double.doubleToRawLongBits(power)) & isNegative;
        return Double.longBitsToDouble(above) / (1 + power);
    }

    /** ln sigmoid(x) = -softplus(-x), within 2 ulp. */
    public static double logSigmoid(double x) {
        return -softplus(-x);
    }

    /** ln(1 - e^x) for x <= 0, within 2 ulp; -Infinity at 0, NaN above. */
    public static double log1mExp(double x) {
        return x > -LOG_2 ? log(-expm1(x)) : log1p(-exp(x));
    }

    /** x ln y, within 2 ulp, and 0 at x = 0 whatever y is, unless NaN. */
    public static double xLogY(double x, double y) {
        return x == 0 && y == y ? 0 : x * log(y);
    }

    /** ln(1 + x) - x without cancellation, within 2 ulp; as {@link #log1p} at -1 and below, -Infinity at Infinity. */
    public static double log1pMinus(double x) {
        return Remainders.log1pMinus(x);
    }

    /** e^x - 1 - x without cancellation, within 2 ulp. */
    public static double expm1Minus(double x) {
        return Remainders.expm1Minus(x);
    }

    /**
     * ln(sum of e^x[i]) over {@code x[from, to)}; -Infinity for none. Within 2 ulp of the larger of the result and the
     * largest element.
     */
    public static double logSumExp(double[] x, int from, int to) {
        return SoftMaximum.logSumExp(x, from, to);
    }

    /**
     * ln(sum over j &lt; k of e^(x[j] - x[target])): the negative logarithm of the target's softmax. Within 2 ulp, also
     * where x[target] stands far above the others and the result is tiny.
     */
    public static double logSumExpMinus(double[] x, int k, int target) {
        return SoftMaximum.logSumExpMinus(x, k, target);
    }

    /** e^(a - b), within 0.52 ulp: the digits that the rounding of a - b drops count too. */
    public static double expOfDifference(double a, double b) {
        return SoftMaximum.expOfDifference(a, b);
    }

    /** e^x[i] / sum of e^x[j] into {@code out}, which may be {@code x} itself; each within 2 ulp. */
    public static void softmax(double[] x, double[] out) {
        SoftMaximum.softmax(x, out);
    }

    /** The logarithms of {@link #softmax}, as accurate as {@link #logSumExpMinus}. */
    public static void logSoftmax(double[] x, double[] out) {
        SoftMaximum.logSoftmax(x, out);
    }

    /** Euclidean norm of (x, y), within 1 ulp, no overflow in between; infinite beside NaN if one of them is. */
    public static double hypot(double x, double y) {
        return StrictMath.hypot(x, y);
    }

    /** Euclidean norm, within 1 ulp, no overflow or underflow in between; 0 for no elements. */
    public static double norm2(double[] x) {
        return Norm.euclidean(x);
    }

    /** ln |Gamma(x)|, within 2 ulp for x > 0, absolutely within 1e-14 below; +Infinity at 0, -1, -2... */
    public static double logGamma(double x) {
        return GammaFunction.logGamma(x);
    }

    /** ln Gamma(x), x > 0, in two doubles: for formulas in which it cancels. */
    public static Twofold logGamma(Twofold x) {
        return LogGamma.of(x);
    }

    /** ln Gamma(1 + x), x >= 0, in two doubles: for formulas in which it cancels. */
    public static Twofold logGamma1p(double x) {
        return LogGamma.ofOneAnd(x);
    }

    /** ln Gamma(x + 1/2) - ln Gamma(x), x > 0, in two doubles. */
    public static Twofold logGammaHalfStep(double x) {
        return LogGamma.halfStep(x);
    }

    /** The derivative of ln Gamma, within 2 ulp for x > 0; NaN at 0, -1, -2... */
    public static double digamma(double x) {
        return Polygamma.digamma(x);
    }

    /** The second derivative of ln Gamma, within 2 ulp for x > 0, 4 below; +Infinity at 0, -1, -2... */
    public static double trigamma(double x) {
        return Polygamma.trigamma(x);
    }

    /**
     * ln B(a, b) = ln Gamma(a) + ln Gamma(b) - ln Gamma(a + b), within 3 ulp for a, b >= 10, else absolutely within
     * 1e-14, or 3 ulp of ln Gamma of the smaller; +Infinity if one is 0, NaN if one is negative.
     */
    public static double betaLog(double a, double b) {
        return GammaFunction.betaLog(a, b);
    }

    /** The error function, within 2 ulp. */
    public static double erf(double x) {
        return ErrorFunction.erf(x);
    }

    /** 1 - erf(x), within 2 ulp also in the far tail. */
    public static double erfc(double x) {
        return ErrorFunction.erfc(x);
    }

    /** e^(x^2) erfc(x), within 2 ulp. */
    public static double erfcx(double x) {
        return ErrorFunction.erfcx(x);
    }

    /** Density of the standard normal distribution, within 2 ulp. */
    public static double normalPdf(double x) {
        return ErrorFunction.normalPdf(x);
    }

    /** Distribution function of the standard normal distribution, within 2 ulp in both tails. */
    public static double normalCdf(double x) {
        return ErrorFunction.normalCdf(x);
    }

    /** ln normalCdf(x), within 3 ulp in both tails. */
    public static double logNormalCdf(double x) {
        return ErrorFunction.logNormalCdf(x);
    }
}
