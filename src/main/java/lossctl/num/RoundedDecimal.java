package lossctl.num;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A double to a given number of significant digits, correctly rounded, ties to even. */
final class RoundedDecimal {
    private RoundedDecimal() {}

    /** Writes the finite {@code x}, not 0, to at most 17 digits at the start of {@code out}; the place behind it. */
    static int write(double x, int significant, byte[] out) {
        long bits = Double.doubleToRawLongBits(x);
        int field = (int) (bits >>> 52) & 0x7FF;
        long fraction = bits & (1L << 52) - 1;
        long mantissa = field == 0 ? fraction : fraction | 1L << 52;
        int zeros = Long.numberOfLeadingZeros(mantissa);
        int q = Math.max(field, 1) - 1075 - zeros;
        // |x| lies in [2^(q+63), 2^(q+64)), so the first guess of its last digit is right or one too low
        int exponent = ShortestDecimal.exponent(q + 63, false) - significant + 1;
        long digits = digits(mantissa << zeros, q, exponent);
        if (digits >= power(significant)) {
            exponent++;
            digits = digits(mantissa << zeros, q, exponent);
        }
        if (digits < 0) {
            BigDecimal exact = new BigDecimal(Math.abs(x)).round(new MathContext(significant, RoundingMode.HALF_EVEN));
            digits = exact.unscaledValue().longValueExact();
            exponent = -exact.scale();
        }
        return DecimalLayout.write(bits < 0, digits, exponent, out, 0);
    }

    /** {@code word * 2^q / 10^exponent} to the nearest whole number; -1 where 128 bits do not tell. */
    private static long digits(long word, int q, int exponent) {
        long high = PowersOfTen.high(-exponent);
        long low = PowersOfTen.low(-exponent);
        long middle = word * high;
        long sum = middle + EiselLemire.unsignedHigh(word, low);
        long whole = EiselLemire.multiplyHigh(word, high) + (Long.compareUnsigned(sum, middle) < 0 ? 1 : 0);
        // the product is (whole, sum) * 2^(q + binaryExponent + 1 - 64 + 64), its last bit unsure
        int down = -(q + PowersOfTen.binaryExponent(-exponent) + 1);
        if (down <= 0 || down > 63) {
            return -1;
        }
        long tail = whole << 64 - down | sum >>> down;
        long rounded = (whole >>> down) + (tail >>> 63);
        return tail - Long.MAX_VALUE + 1 >= 0 && tail - Long.MAX_VALUE + 1 <= 3 ? -1 : rounded;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
