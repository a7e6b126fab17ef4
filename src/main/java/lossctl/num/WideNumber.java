package lossctl.num;

import java.util.Arrays;

/**
 * A fixed-point number wide enough for every sum of 2^64 products of two doubles, and of weighted ones that are not below
 * its lowest bit: 166 words of 32 bits, the lowest bit worth 2^-2176, each word kept in a long so that carries can wait.
 */
final class WideNumber {
    /** The exponent of the lowest bit; products of two doubles start at 2^-2148. */
    static final int LOWEST = -2176;

    static final int WORDS = 166;
    private static final long MASK = 0xFFFF_FFFFL;
    private static final long FRACTION = (1L << 52) - 1;
    /** Additions change a word by less than 2^33. */
    private static final int CARRY_EVERY = 1 << 28;

    private final long[] words;
    private int waiting;

    WideNumber() {
        this(new long[WORDS]);
    }

    private WideNumber(long[] words) {
        this.words = words;
    }

    /** The number with these words, the lowest first, signed and past 32 bits where carries wait; the array is taken. */
    static WideNumber ofCarrying(long[] words) {
        WideNumber number = new WideNumber(words);
        number.waiting = 1;
        number.carry();
        return number;
    }

    WideNumber copy() {
        carry();
        return new WideNumber(words.clone());
    }

    void clear() {
        Arrays.fill(words, 0);
        waiting = 0;
    }

    /** The signed integer that a finite double is, in units of 2^{@link #exponent}. */
    static long mantissa(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long fraction = bits & FRACTION;
        long size = (bits & Long.MAX_VALUE) <= FRACTION ? fraction : fraction | FRACTION + 1;
        return bits < 0 ? -size : size;
    }

    /** The exponent of the lowest bit of a finite double. */
    static int exponent(double x) {
        return Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
    }

    /** Adds a finite double. */
    void add(double x) {
        add(mantissa(x), exponent(x));
    }

    /** Adds {@code mantissa * 2^exponent}; any signed mantissa but {@code Long.MIN_VALUE}. */
    void add(long mantissa, int exponent) {
        int place = exponent - LOWEST;
        int word = place >> 5;
        int shift = place & 31;
        long low = (mantissa & MASK) << shift;
        long high = (mantissa >> 32) << shift;
        words[word] += low & MASK;
        words[word + 1] += (low >>> 32) + (high & MASK);
        words[word + 2] += high >> 32;
        if (++waiting >= CARRY_EVERY) {
            carry();
        }
    }

    /** Adds {@code sign * other}. */
    void add(WideNumber other, int sign) {
        carry();
        other.carry();
        for (int i = 0; i < WORDS; i++) {
            words[i] += sign * other.words[i];
        }
        waiting = 1;
        carry();
    }

    /** Brings every word but the signed top one into [0, 2^32): then equal numbers have equal words. */
    private void carry() {
        if (waiting == 0) {
            return;
        }
        long carry = 0;
        for (int i = 0; i < WORDS - 1; i++) {
            long sum = words[i] + carry;
            words[i] = sum & MASK;
            carry = sum >> 32;
        }
        words[WORDS - 1] += carry;
        waiting = 0;
    }

    int signum() {
        carry();
        if (words[WORDS - 1] < 0) {
            return -1;
        }
        for (long word : words) {
            if (word != 0) {
                return 1;
            }
        }
        return 0;
    }

    /** The same number, to compute with. */
    Dyadic dyadic() {
        carry();
        return Dyadic.ofWords(words, 0);
    }

    /** The words of the absolute value, each in [0, 2^32), lowest first; a fresh array. */
    long[] magnitude() {
        boolean negative = signum() < 0;
        long[] result = words.clone();
        if (negative) {
            long carry = 0;
            for (int i = 0; i < WORDS; i++) {
                long sum = carry - result[i];
                result[i] = sum & MASK;
                carry = sum >> 32;
            }
        }
        return result;
    }

    /** The number with that sign and those words as {@link #magnitude()} gives them; the array is taken over. */
    static WideNumber of(boolean negative, long[] magnitude) {
        WideNumber size = new WideNumber(magnitude);
        size.waiting = 1;
        WideNumber result = new WideNumber();
        result.add(size, negative ? -1 : 1);
        return result;
    }

    /** The nearest double to this number, ties to even. */
    double value() {
        int sign = signum();
        return sign == 0 ? 0.0 : round(sign < 0, magnitude(), false);
    }

    /** The nearest double to this number divided by {@code divisor > 0}. */
    double dividedBy(long divisor) {
        int sign = signum();
        if (sign == 0) {
            return 0.0;
        }
        long[] quotient = magnitude();
        if (divisor >= 1L << 31) {
            return dyadic().over(Dyadic.of(divisor));
        }
        long remainder = 0;
        for (int i = WORDS - 1; i >= 0; i--) {
            long part = remainder << 32 | quotient[i];
            quotient[i] = part / divisor;
            remainder = part % divisor;
        }
        return round(sign < 0, quotient, remainder != 0);
    }

    private static double round(boolean negative, long[] magnitude, boolean inexact) {
        int top = WORDS - 1;
        while (top >= 0 && magnitude[top] == 0) {
            top--;
        }
        if (top < 2) {
            return negative ? -0.0 : 0.0;
        }
        int zeros = Long.numberOfLeadingZeros(magnitude[top]) - 32;
        long head = (magnitude[top] << 32 | magnitude[top - 1]) << zeros | magnitude[top - 2] << zeros >>> 32;
        boolean tail = inexact || (magnitude[top - 2] << zeros & MASK) != 0;
        for (int i = top - 3; i >= 0 && !tail; i--) {
            tail = magnitude[i] != 0;
        }
        return Rounding.of(negative, head, LOWEST + 32 * (top - 1) - zeros, tail);
    }
}
