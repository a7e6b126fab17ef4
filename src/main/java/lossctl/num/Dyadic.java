package lossctl.num;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;

/**
 * An exact number {@code units * 2^exponent}: what sums of doubles and their products are. Nothing is rounded before a
 * value is asked for.
 *
 * @param units how many units, with the sign
 * @param exponent what a unit is worth, as a power of two
 */
public record Dyadic(BigInteger units, int exponent) {
    /** Between these the logarithm of 1 and a number is that number's series. */
    private static final double NEAR_1_LOW = -0.29;

    private static final double NEAR_1_HIGH = 0.4;

    /** {@code count}. */
    public static Dyadic of(long count) {
        return new Dyadic(BigInteger.valueOf(count), 0);
    }

    /** A finite double. */
    public static Dyadic of(double x) {
        return new Dyadic(BigInteger.valueOf(WideNumber.mantissa(x)), WideNumber.exponent(x));
    }

    /** The number whose words, worth 2^32 each, begin at {@code place}: in [0, 2^32) all but the signed top one. */
    static Dyadic ofWords(long[] words, int place) {
        int from = 0;
        int to = words.length;
        while (to > 1 && words[to - 1] == 0) {
            to--;
        }
        while (from < to - 1 && words[from] == 0) {
            from++;
        }
        ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * (to - 1 - from)).putLong(words[to - 1]);
        for (int i = to - 2; i >= from; i--) {
            bytes.putInt((int) words[i]);
        }
        BigInteger whole = new BigInteger(bytes.array());
        if (whole.signum() == 0) {
            return of(0);
        }
        int zeros = whole.getLowestSetBit();
        return new Dyadic(whole.shiftRight(zeros), WideNumber.LOWEST + 32 * (place + from) + zeros);
    }

    /** The sum of both. */
    public Dyadic plus(Dyadic other) {
        return exponent < other.exponent ? add(other) : other.add(this);
    }

    private Dyadic add(Dyadic coarser) {
        return new Dyadic(units.add(coarser.units.shiftLeft(coarser.exponent - exponent)), exponent);
    }

    /** This less the other. */
    public Dyadic minus(Dyadic other) {
        return plus(new Dyadic(other.units.negate(), other.exponent));
    }

    /** The product of both. */
    public Dyadic times(Dyadic other) {
        return new Dyadic(units.multiply(other.units), exponent + other.exponent);
    }

    /** The double nearest to it. */
    public double value() {
        return over(of(1));
    }

    /** The number in two doubles. */
    public Twofold twofold() {
        double high = value();
        return Double.isInfinite(high)
                ? Twofold.of(high)
                : new Twofold(high, minus(of(high)).value());
    }

    /** -1, 0 or 1. */
    public int signum() {
        return units.signum();
    }

    /** The quotient, correctly rounded; the denominator is not 0. */
    public double over(Dyadic denominator) {
        if (signum() == 0) {
            return 0;
        }
        return Rounding.quotient(
                signum() != denominator.signum(),
                units.abs(),
                denominator.units.abs(),
                exponent - denominator.exponent);
    }

    /** The quotient in two doubles; the denominator is not 0. */
    public Twofold sharpOver(Dyadic denominator) {
        double high = over(denominator);
        return high == 0 || Double.isInfinite(high)
                ? Twofold.of(high)
                : new Twofold(high, minus(denominator.times(of(high))).over(denominator));
    }

    /** The logarithm of the quotient, also of one that is no double or next to 1; both are greater than 0. */
    public Twofold logOver(Dyadic denominator) {
        Dyadic difference = minus(denominator);
        double off = difference.over(denominator);
        if (off > NEAR_1_LOW && off < NEAR_1_HIGH) {
            return Twofold.log1p(difference.sharpOver(denominator), Twofold.of(1));
        }
        int powers = exponent - denominator.exponent + units.bitLength() - denominator.units.bitLength();
        Twofold near = new Dyadic(units, exponent - powers).sharpOver(denominator);
        return near.log().plus(Twofold.of(2).log().times(powers));
    }

    /** The quotient to so many digits; the denominator is not 0. */
    public BigDecimal over(Dyadic denominator, MathContext digits) {
        int shift = exponent - denominator.exponent;
        return new BigDecimal(units.shiftLeft(Math.max(shift, 0)))
                .divide(new BigDecimal(denominator.units.shiftLeft(Math.max(-shift, 0))), digits);
    }

    /** The square root of the quotient, cut off below 2^place, for numbers not below 0. */
    public Dyadic rootOver(Dyadic denominator, int place) {
        int shift = exponent - denominator.exponent - 2 * place;
        BigInteger above = units.shiftLeft(Math.max(shift, 0));
        BigInteger below = denominator.units.shiftLeft(Math.max(-shift, 0));
        return new Dyadic(above.divide(below).sqrt(), place);
    }

    /** The square root of the quotient, correctly rounded, for numbers above 0. */
    public double rootOver(Dyadic denominator) {
        int shift = exponent - denominator.exponent;
        return Rounding.root(units.shiftLeft(Math.max(shift, 0)), denominator.units.shiftLeft(Math.max(-shift, 0)));
    }
}
