package lossctl.num;

/**
 * A number carried in two doubles, {@code high + low} with {@code low} at most half an ulp of {@code high}: about 105
 * bits. For formulas whose terms cancel, where doubles would leave too few digits.
 *
 * <p>Sums and products as in Dekker 1971, doi:10.1007/BF01397083, and Knuth; logarithm and exponential to about 2^-98
 * of their value. Exact only where high, low and the intermediate values are normal; what is past the range of doubles is
 * infinite, as with doubles.
 *
 * @param high the number rounded to a double
 * @param low the rest
 */
public record Twofold(double high, double low) {
    private static final double LARGE = 0x1p1022;
    private static final Twofold ONE = new Twofold(1, 0);
    private static final Twofold LN_2 = new Twofold(0.6931471805599453, 2.3190468138462996e-17);
    private static final int TERMS = 12;
    private static final Twofold[] INVERSES = inverses();

    private static Twofold[] inverses() {
        Twofold[] inverses = new Twofold[2 * TERMS];
        for (int n = 1; n < inverses.length; n++) {
            inverses[n] = ONE.over(of(n));
        }
        return inverses;
    }

    /** A double. */
    public static Twofold of(double x) {
        return new Twofold(x, 0);
    }

    /** The exact sum of two doubles. */
    public static Twofold sum(double a, double b) {
        double sum = a + b;
        double shift = sum - a;
        return of(sum, a - (sum - shift) + (b - shift));
    }

    /** The exact product of two doubles. */
    public static Twofold product(double a, double b) {
        double product = a * b;
        return of(product, Math.fma(a, b, -product));
    }

    /** The sum of two doubles of which the first is the greater, exactly. */
    private static Twofold tidy(double great, double small) {
        double sum = great + small;
        return of(sum, small - (sum - great));
    }

    /** Past the range of doubles there is no rest. */
    private static Twofold of(double high, double low) {
        return new Twofold(high, Math.abs(high) <= Double.MAX_VALUE ? low : 0);
    }

    /** The double nearest to it. */
    public double value() {
        return high + low;
    }

    /** The number with the other sign. */
    public Twofold negated() {
        return new Twofold(-high, -low);
    }

    /** The sum. */
    public Twofold plus(Twofold other) {
        Twofold heads = sum(high, other.high);
        Twofold tails = sum(low, other.low);
        Twofold all = tidy(heads.high, heads.low + tails.high);
        return tidy(all.high, all.low + tails.low);
    }

    /** The sum. */
    public Twofold plus(double other) {
        Twofold heads = sum(high, other);
        return tidy(heads.high, heads.low + low);
    }

    /** The sum; 0 where it is less than {@code least} of the other, and so nothing but roundings of both. */
    public Twofold plusOrNothing(Twofold other, double least) {
        Twofold sum = plus(other);
        return Math.abs(sum.high) < least * Math.abs(other.high) ? of(0) : sum;
    }

    /** The difference. */
    public Twofold minus(Twofold other) {
        return plus(other.negated());
    }

    /** The product. */
    public Twofold times(Twofold other) {
        Twofold heads = product(high, other.high);
        return Double.isInfinite(heads.high)
                ? heads
                : tidy(heads.high, heads.low + (high * other.low + low * other.high));
    }

    /** The product. */
    public Twofold times(double other) {
        Twofold heads = product(high, other);
        return Double.isInfinite(heads.high) ? heads : tidy(heads.high, Math.fma(low, other, heads.low));
    }

    /** The quotient. */
    public Twofold over(Twofold other) {
        double first = high / other.high;
        if (!(Math.abs(first) <= Double.MAX_VALUE) || Double.isInfinite(other.high)) {
            return of(first);
        }
        if (Math.abs(high) > LARGE) {
            // what is divided again may be past the range of doubles by its last digit
            return scaled(-2).over(other.scaled(-2));
        }
        Twofold rest = minus(other.times(first));
        double second = rest.high / other.high;
        double third = rest.minus(other.times(second)).high / other.high;
        return tidy(first, second).plus(third);
    }

    /** The square root, of a number greater than 0. */
    public Twofold root() {
        double first = Math.sqrt(high);
        return tidy(first, minus(product(first, first)).high / (2 * first));
    }

    /** The product with a power of two. */
    public Twofold scaled(int exponent) {
        return of(Math.scalb(high, exponent), Math.scalb(low, exponent));
    }

    /** The natural logarithm, of a number not below 0. */
    public Twofold log() {
        if (high < Double.MIN_NORMAL && high > 0) {
            return scaled(1000).log().minus(LN_2.times(1000));
        }
        if (!(high > 0 && high <= Double.MAX_VALUE)) {
            return of(Elementary.log(high));
        }
        return SharpLog.of(high, low);
    }

    /** ln(1 + n/d), of a quotient between -0.3 and 0.4: the digits of {@code n} are what counts. */
    public static Twofold log1p(Twofold n, Twofold d) {
        // 2 atanh(s) with s = n / (2 d + n)
        Twofold s = n.over(d.plus(d).plus(n));
        Twofold square = s.times(s);
        double tail = 0;
        for (int k = 47; k > 2 * TERMS; k -= 2) {
            tail = (tail + 1.0 / k) * square.high;
        }
        Twofold sum = of(tail);
        for (int k = 2 * TERMS - 1; k >= 3; k -= 2) {
            sum = sum.plus(INVERSES[k]).times(square);
        }
        Twofold twice = s.plus(s);
        return twice.plus(twice.times(sum));
    }

    /** ln(a / b), of numbers greater than 0; {@code difference} is a - b, with all the digits that there are. */
    public static Twofold logRatio(Twofold a, Twofold b, Twofold difference) {
        double ratio = a.high / b.high;
        if (ratio > 0.71 && ratio < 1.4) {
            int shift = -Math.getExponent(b.high);
            return log1p(difference.scaled(shift), b.scaled(shift));
        }
        return a.log().minus(b.log());
    }

    /** A power of this, which is not below 0. */
    public Twofold pow(double exponent) {
        if (exponent == 0 || exponent == 1 || exponent == 2) {
            return exponent == 0 ? ONE : exponent == 1 ? this : times(this);
        }
        return high > 0 ? log().times(exponent).exp() : of(Elementary.pow(high, exponent));
    }

    /** e to this power; only as sharp as a double beyond e^700 and below e^-700. */
    public Twofold exp() {
        if (!(Math.abs(high) < 700)) {
            double power = Elementary.exp(high);
            return Double.isInfinite(power) ? of(power) : tidy(power, power * low);
        }
        int exponent = (int) Math.rint(high / LN_2.high);
        return minus(LN_2.times(exponent)).smallExpm1().plus(ONE).scaled(exponent);
    }

    /** e to this power less 1, with the digits of the power where that is small. */
    public Twofold expm1() {
        return Math.abs(high) < LN_2.high / 2 ? smallExpm1() : exp().plus(-1);
    }

    /** The sine of this angle. */
    public Twofold sin() {
        return new Angle(this).sin();
    }

    /** The cosine of this angle. */
    public Twofold cos() {
        return new Angle(this).cos();
    }

    private Twofold smallExpm1() {
        Twofold rest = scaled(-3);
        double tail = 0;
        for (int k = 18; k > TERMS; k--) {
            tail = (tail + 1) * rest.high / k;
        }
        Twofold less1 = of(tail);
        for (int k = TERMS; k >= 1; k--) {
            less1 = less1.plus(ONE).times(rest).times(INVERSES[k]);
        }
        for (int i = 0; i < 3; i++) {
            less1 = less1.plus(less1).plus(less1.times(less1));
        }
        return less1;
    }
}
