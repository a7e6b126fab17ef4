package lossctl.num;

/**
 * ln x and ln(1 + x) by a table: x = 2^k z, and z / c = 1 + r with c one of 128 numbers and |r| &lt;= 1/256, so that ln x =
 * k ln 2 + ln c + ln(1 + r) (Tang 1990, doi:10.1145/98267.98294; that z begins where a part of the table does, and that
 * the bits from there hold k and the place, are ideas of Arm's optimized routines). Next to 1 c is 1 and k is 0, and the
 * series alone is left: no other formula is needed there. Sums, products and fused ones only: the same bits everywhere.
 *
 * <p>The sum of what is greatest, of the table and of r, is carried in two doubles, and so is r, since for x = 1.004 both
 * nearly cancel. That leaves an error of at most 0.51 ulp: the greatest found at 4e8 places, held to logarithms in two
 * doubles, was 0.507, next to x = 1 + 1/256, where the row of the table changes.
 */
final class Logarithm {
    /** Half a part of the table above 11/16, so that 1 is in the midst of one. */
    private static final long FIRST = 0x3fe6_1000_0000_0000L;

    private static final int PART = 52 - 7;
    private static final long EXPONENT = 0xfffL << 52;
    private static final long ONE = 0x3ff0_0000_0000_0000L;

    /** Its first part has eleven zeros at its end, as has ln c: whole multiples and their sums are exact. */
    private static final double LN_2 = 0x1.62e42fefa38p-1;

    private static final double LN_2_LOW = 0x1.ef35793c7673p-45;

    /** (ln(1 + r) - r + r^2 / 2) / r^3 at the zeros of Chebyshev's polynomial. */
    private static final double C3 = 0x1.5555555555555p-2;

    private static final double C4 = -0x1.ffffffffaf5f3p-3;
    private static final double C5 = 0x1.9999999951ee4p-3;
    private static final double C6 = -0x1.55569696a757ap-3;
    private static final double C7 = 0x1.249366b3fcd6ep-3;

    /** From here on ln(1 + x) is ln x. */
    private static final double MOST = 0x1p55;

    private static final int SUBNORMAL = 54;

    private Logarithm() {}

    /** ln x. */
    static double of(double x) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE ? ofNormal(x, 0) : far(x);
    }

    private static double far(double x) {
        if (x > 0 && x < Double.MIN_NORMAL) {
            return ofNormal(x * 0x1p54, -SUBNORMAL);
        }
        return x > 0 ? x : x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    /** ln(2^exponent x). */
    private static double ofNormal(double x, int exponent) {
        long bits = Double.doubleToRawLongBits(x);
        long from = bits - FIRST;
        int row = row(from);
        double z = Double.longBitsToDouble(bits - (from & EXPONENT));
        double inverse = LogarithmTable.ROWS[row];
        double product = z * inverse;
        double r = Math.fma(z, inverse, -1);
        double rest = product - 1 - r + Math.fma(z, inverse, -product);
        return sum((int) (from >> 52) + exponent, row, r, rest);
    }

    /** ln(1 + x). */
    static double of1p(double x) {
        if (!(x > -1 && x < MOST) || x == 0) {
            return x == 0 ? x : of(1 + x);
        }
        double all = 1 + x;
        double shift = all - x;
        double lost = x - (all - shift) + (1 - shift);
        long bits = Double.doubleToRawLongBits(all);
        long from = bits - FIRST;
        int row = row(from);
        double z = Double.longBitsToDouble(bits - (from & EXPONENT));
        double inverse = LogarithmTable.ROWS[row];
        double product = z * inverse;
        double near = Math.fma(z, inverse, -1);
        double small = lost * Double.longBitsToDouble(ONE - (from & EXPONENT)) * inverse;
        // where c is 1 this is x
        double r = near + small;
        double rest = near - r + small + (product - 1 - near + Math.fma(z, inverse, -product));
        return sum((int) (from >> 52), row, r, rest);
    }

    private static int row(long from) {
        return LogarithmTable.COLUMNS * ((int) (from >>> PART) & (LogarithmTable.COUNT - 1));
    }

    /** k ln 2 + ln c + ln(1 + r + rest). */
    private static double sum(double k, int row, double r, double rest) {
        double great = Math.fma(k, LN_2, LogarithmTable.ROWS[row + 1]);
        double low = Math.fma(k, LN_2_LOW, LogarithmTable.ROWS[row + 2]);
        double high = great + r;
        double square = r * r;
        double far = Math.fma(square, C7, Math.fma(r, C6, C5));
        double series = Math.fma(r, Math.fma(square, far, Math.fma(r, C4, C3)), -0.5);
        return high + (great - high + r + Math.fma(square, series, rest + low));
    }
}
