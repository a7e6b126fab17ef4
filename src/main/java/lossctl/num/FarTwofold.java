package lossctl.num;

/**
 * A number with the digits of two doubles, but of any size: {@code mantissa 2^exponent}. As {@link Unbounded}, for terms that
 * cancel.
 *
 * @param mantissa from 1 to 2 without its sign; 0, infinite or NaN where the number is
 * @param exponent the power of two
 */
public record FarTwofold(Twofold mantissa, long exponent) {
    /** Further apart than this the lesser of two numbers does not count. */
    private static final long APART = 400;

    private static final Twofold LN_2 = new Twofold(0.6931471805599453, 2.3190468138462996e-17);

    /** An exponential so great, or its inverse, has no exponent. */
    private static final double GREATEST = 1e15;

    /** A number. */
    public static FarTwofold of(Twofold x) {
        return of(x, 0);
    }

    private static FarTwofold of(Twofold x, long exponent) {
        double size = Math.abs(x.high());
        if (size == 0 || !(size <= Double.MAX_VALUE)) {
            return new FarTwofold(x, 0);
        }
        int own = Math.getExponent(size);
        return own < Double.MIN_EXPONENT
                ? of(x.scaled(200), exponent - 200)
                : new FarTwofold(x.scaled(-own), exponent + own);
    }

    /** The quotient of two exact numbers; the lower one is not 0. */
    public static FarTwofold quotient(Dyadic above, Dyadic below) {
        int exponent = above.exponent()
                - below.exponent()
                + above.units().bitLength()
                - below.units().bitLength();
        return of(new Dyadic(above.units(), above.exponent() - exponent).sharpOver(below), exponent);
    }

    /** e to this power. */
    public static FarTwofold exp(Twofold x) {
        if (!(Math.abs(x.high()) < GREATEST)) {
            return of(Twofold.of(Elementary.exp(x.high())));
        }
        long exponent = Math.round(x.high() / LN_2.high());
        return of(x.minus(LN_2.times(exponent)).exp(), exponent);
    }

    /** The product. */
    public FarTwofold times(FarTwofold other) {
        return of(mantissa.times(other.mantissa), exponent + other.exponent);
    }

    /** The quotient. */
    public FarTwofold over(Twofold other) {
        FarTwofold below = of(other);
        return of(mantissa.over(below.mantissa), exponent - below.exponent);
    }

    /** The sum. */
    public FarTwofold plus(FarTwofold other) {
        if (mantissa.high() == 0 || other.mantissa.high() == 0) {
            return mantissa.high() == 0 ? other : this;
        }
        long unit = Math.max(exponent, other.exponent);
        return of(in(unit).plus(other.in(unit)), unit);
    }

    /** The difference. */
    public FarTwofold minus(FarTwofold other) {
        return plus(new FarTwofold(other.mantissa.negated(), other.exponent));
    }

    /** How many times 2^unit it is; 0 where it is far less. */
    private Twofold in(long unit) {
        return exponent - unit < -APART ? Twofold.of(0) : mantissa.scaled((int) (exponent - unit));
    }

    /** Adds so many times this, over 2^unit, to a sum. */
    public void addTo(ExactSum sum, double weight, long unit) {
        sum.addProduct(weight, mantissa.high(), 1, exponent - unit);
        sum.addProduct(weight, mantissa.low(), 1, exponent - unit);
    }
}
