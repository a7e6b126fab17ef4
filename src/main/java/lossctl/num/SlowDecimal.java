package lossctl.num;

import java.math.BigInteger;

/** More than 19 digits: decided by the first 19 where they suffice, else by exact whole numbers. */
final class SlowDecimal {
    private SlowDecimal() {}

    /** The double nearest to the digits in {@code text[from, to)}, one of them perhaps a point, times 10^q. */
    static double nearest(byte[] text, int from, int to, int q) {
        int first = from;
        while (first < to && (text[first] == '0' || text[first] == '.')) {
            first++;
        }
        long digits = 0;
        int used = 0;
        int left = 0;
        boolean rest = false;
        for (int i = first; i < to; i++) {
            if (text[i] == '.') {
                continue;
            }
            if (used < 19) {
                digits = digits * 10 + text[i] - '0';
                used++;
            } else {
                left++;
                rest |= text[i] != '0';
            }
        }
        double below = EiselLemire.nearest(digits, q + left);
        return !rest || below == EiselLemire.nearest(digits + 1, q + left) ? below : exact(text, first, to, q);
    }

    private static double exact(byte[] text, int from, int to, int q) {
        StringBuilder digits = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (text[i] != '.') {
                digits.append((char) text[i]);
            }
        }
        BigInteger whole = new BigInteger(digits.toString());
        BigInteger five = BigInteger.valueOf(5).pow(Math.abs(q));
        return q >= 0 ? Rounding.of(false, whole.multiply(five), q, false) : Rounding.quotient(false, whole, five, q);
    }
}
