package lossctl.num;

/** Decimal text a character at a time: the whole grammar of {@link DecimalReader}, and nothing to set up. */
final class PlainDecimal {
    private PlainDecimal() {}

    /** As {@link DecimalReader#read(byte[], int, int)}. */
    static double read(byte[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && DecimalReader.blank(text[start])) {
            start++;
        }
        while (end > start && DecimalReader.blank(text[end - 1])) {
            end--;
        }
        if (start == end || end - start > DecimalReader.LONGEST) {
            return Double.NaN;
        }
        int at = start;
        boolean negative = text[at] == '-';
        if (negative || text[at] == '+') {
            at++;
        }
        int first = at;
        long digits = 0;
        while (at < end && DecimalReader.isDigit(text[at])) {
            digits = digits * 10 + text[at++] - '0';
        }
        int count = at - first;
        int q = 0;
        if (at < end && text[at] == '.') {
            int point = ++at;
            while (at < end && DecimalReader.isDigit(text[at])) {
                digits = digits * 10 + text[at++] - '0';
            }
            q = point - at;
            count -= q;
        }
        if (count == 0) {
            return Double.NaN;
        }
        int mantissaEnd = at;
        if (at < end) {
            if ((text[at] | 0x20) != 'e' || ++at == end) {
                return Double.NaN;
            }
            boolean minus = text[at] == '-';
            if ((minus || text[at] == '+') && ++at == end) {
                return Double.NaN;
            }
            int exponent = 0;
            for (; at < end; at++) {
                if (!DecimalReader.isDigit(text[at])) {
                    return Double.NaN;
                }
                exponent = Math.min(exponent * 10 + text[at] - '0', 99_999);
            }
            q += minus ? -exponent : exponent;
        }
        double size = count <= 19 ? nearest(digits, q) : SlowDecimal.nearest(text, first, mantissaEnd, q);
        if (size == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        return negative ? -size : size;
    }

    private static double nearest(long digits, int q) {
        if (digits >>> 53 == 0 && q >= -22 && q <= 22) {
            return q < 0 ? digits / SmallPowers.TEN[-q] : digits * SmallPowers.TEN[q];
        }
        return EiselLemire.nearest(digits, q);
    }

    private static final class SmallPowers {
        static final double[] TEN = {
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
            1e19, 1e20, 1e21, 1e22
        };
    }
}
