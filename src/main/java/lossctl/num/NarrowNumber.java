package lossctl.num;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The words of a {@link WideNumber} that are in use: some 50 bytes where the terms are of like size, against a kilobyte,
 * for sums of which there are very many.
 */
final class NarrowNumber {
    private static final int FIRST = 4;
    private static final long MASK = 0xFFFF_FFFFL;
    /** Additions change a word by less than 2^33. */
    private static final int CARRY_EVERY = 1 << 28;

    private long[] words;
    private int low;
    private int waiting;

    /** Adds {@code mantissa * 2^exponent}; any signed mantissa but {@code Long.MIN_VALUE}. */
    void add(long mantissa, int exponent) {
        int place = exponent - WideNumber.LOWEST;
        int word = place >> 5;
        int shift = place & 31;
        if (words == null || word < low || word + 2 >= low + words.length) {
            cover(word, word + 3);
        }
        int at = word - low;
        long below = (mantissa & MASK) << shift;
        long above = (mantissa >> 32) << shift;
        words[at] += below & MASK;
        words[at + 1] += (below >>> 32) + (above & MASK);
        words[at + 2] += above >> 32;
        if (++waiting >= CARRY_EVERY) {
            carry();
        }
    }

    /** Makes room for the words of {@code [from, to)}. */
    private void cover(int from, int to) {
        if (words == null) {
            low = Math.min(from, WideNumber.WORDS - FIRST);
            words = new long[FIRST];
            return;
        }
        int first = Math.min(low, from);
        int last = Math.max(low + words.length, to);
        long[] wider = new long[last - first];
        System.arraycopy(words, 0, wider, low - first, words.length);
        words = wider;
        low = first;
    }

    /** Brings every word but the signed top one into [0, 2^32), and gives that one a word above where it is full. */
    private void carry() {
        int top = words.length - 1;
        if (Math.abs(words[top]) > MASK && low + top + 1 < WideNumber.WORDS) {
            cover(low, low + top + 2);
            top++;
        }
        long carry = 0;
        for (int i = 0; i < top; i++) {
            long sum = words[i] + carry;
            words[i] = sum & MASK;
            carry = sum >> 32;
        }
        words[top] += carry;
        waiting = 0;
    }

    /** Adds {@code other}, which stays the same number. */
    void add(NarrowNumber other) {
        if (other.words == null) {
            return;
        }
        if (words == null) {
            words = Arrays.copyOf(other.words, other.words.length);
            low = other.low;
            waiting = other.waiting;
            return;
        }
        carry();
        other.carry();
        cover(other.low, other.low + other.words.length);
        for (int i = 0; i < other.words.length; i++) {
            words[other.low - low + i] += other.words[i];
        }
        waiting = 1;
    }

    /** The same number, wide. */
    WideNumber wide() {
        long[] all = new long[WideNumber.WORDS];
        if (words != null) {
            carry();
            System.arraycopy(words, 0, all, low, words.length);
        }
        return WideNumber.ofCarrying(all);
    }

    /** The same number, to compute with. */
    Dyadic dyadic() {
        if (words == null) {
            return Dyadic.of(0);
        }
        carry();
        return Dyadic.ofWords(words, low);
    }

    /** The nearest double to this number divided by {@code divisor > 0}. */
    double dividedBy(long divisor) {
        Dyadic number = dyadic();
        return number.signum() == 0
                ? 0.0
                : Rounding.quotient(
                        number.signum() < 0, number.units().abs(), BigInteger.valueOf(divisor), number.exponent());
    }

    /** Makes it zero. */
    void clear() {
        words = null;
        waiting = 0;
    }
}
