package lossctl.num;

/**
 * A number with the digits of a double, but of any size: {@code mantissa 2^exponent}. For products and quotients of which a
 * part is past the range of doubles though the whole is not.
 *
 * @param mantissa from 1 to 2 without its sign; 0, infinite or NaN where the number is
 * @param exponent the power of two
 */
public record Unbounded(double mantissa, long exponent) {
    private static final Twofold LN_2 = new Twofold(0.6931471805599453, 2.3190468138462996e-17);

    /** An exponential so great, or its inverse, has no exponent. */
    private static final double GREATEST = 1e15;

    /** Twice as many as there are exponents of doubles. */
    private static final long EXPONENTS = 4400;

    /** A double. */
    public static Unbounded of(double x) {
        return of(x, 0);
    }

    private static Unbounded of(double x, long exponent) {
        if (x == 0 || !(Math.abs(x) <= Double.MAX_VALUE)) {
            return new Unbounded(x, 0);
        }
        if (Math.abs(x) < Double.MIN_NORMAL) {
            return of(x * 0x1p60, exponent - 60);
        }
        int own = Math.getExponent(x);
        return new Unbounded(Math.scalb(x, -own), exponent + own);
    }

    /** e to this power. */
    public static Unbounded exp(Twofold x) {
        if (!(Math.abs(x.high()) < GREATEST)) {
            return of(Elementary.exp(x.high()));
        }
        long exponent = Math.round(x.high() / LN_2.high());
        return of(x.minus(LN_2.times(exponent)).exp().value(), exponent);
    }

    /** A power of a number greater than 0. */
    public static Unbounded pow(double x, Twofold exponent) {
        return exp(Twofold.of(x).log().times(exponent));
    }

    /** The quotient of two exact numbers; the lower one is not 0. */
    public static Unbounded quotient(Dyadic above, Dyadic below) {
        int exponent = above.exponent()
                - below.exponent()
                + above.units().bitLength()
                - below.units().bitLength();
        return of(new Dyadic(above.units(), above.exponent() - exponent).over(below), exponent);
    }

    /** The square root, of a number not below 0. */
    public Unbounded root() {
        long half = Math.floorDiv(exponent, 2);
        return of(Math.sqrt(mantissa * (exponent == 2 * half ? 1 : 2)), half);
    }

    /** The product. */
    public Unbounded times(double x) {
        return times(of(x));
    }

    /** The product. */
    public Unbounded times(Unbounded other) {
        return of(mantissa * other.mantissa, exponent + other.exponent);
    }

    /** The quotient. */
    public Unbounded over(double x) {
        return over(of(x));
    }

    /** The quotient. */
    public Unbounded over(Unbounded other) {
        return of(mantissa / other.mantissa, exponent - other.exponent);
    }

    /** The sum. */
    public Unbounded plus(Unbounded other) {
        if (mantissa == 0 || other.mantissa == 0) {
            return mantissa == 0 ? other : this;
        }
        long unit = Math.max(exponent, other.exponent);
        return of(in(unit) + other.in(unit), unit);
    }

    /** The product with 2^powers. */
    public Unbounded scaled(long powers) {
        return mantissa == 0 ? this : new Unbounded(mantissa, exponent + powers);
    }

    /** How many times 2^unit it is, as a double. */
    public double in(long unit) {
        return Math.scalb(mantissa, (int) Math.max(-EXPONENTS, Math.min(EXPONENTS, exponent - unit)));
    }

    /** The double nearest to it. */
    public double value() {
        return Math.scalb(mantissa, (int) Math.max(-EXPONENTS, Math.min(EXPONENTS, exponent)));
    }
}
