package lossctl.num;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact sum of doubles and of products of two doubles, rounded once when it is asked for.
 *
 * <p>The result depends on the terms alone, not on their order or on how they were split over sums merged later. Nothing
 * overflows or is lost in between: only the final value is rounded, half to even, to infinity past the range. Infinite and
 * NaN terms are counted aside: one NaN, or infinities of both signs, make the value NaN. The empty sum and every sum that
 * is exactly zero are {@code 0.0}, also where all terms were {@code -0.0}.
 *
 * <p>Not safe for use by several threads at once, not even for reading.
 */
public final class ExactSum {
    /** Fewer terms than this go straight into the wide number, so that small sums stay small and quick to start. */
    private static final int BUCKETS_PAY = 256;

    private static final long FRACTION = (1L << 52) - 1;

    private final WideNumber wide;
    private Buckets buckets;
    private int direct;
    private long nans;
    private long positives;
    private long negatives;

    /** The empty sum. */
    public ExactSum() {
        this(new WideNumber());
    }

    private ExactSum(WideNumber wide) {
        this.wide = wide;
    }

    /** Adds one term of any kind. */
    public void add(double x) {
        if (buckets == null) {
            addDirect(x);
        } else {
            if (buckets.full(1)) {
                buckets.drainInto(wide);
            }
            if (!buckets.add(x)) {
                count(x);
            }
        }
    }

    /** Adds {@code values[from]} up to, not including, {@code values[to]}. */
    public void add(double[] values, int from, int to) {
        int at = from;
        if (buckets == null) {
            if (direct + (long) (to - from) <= BUCKETS_PAY) {
                for (; at < to; at++) {
                    addDirect(values[at]);
                }
                return;
            }
            buckets = new Buckets();
        }
        if (buckets.full(to - at)) {
            buckets.drainInto(wide);
        }
        while (at < to) {
            int end = (int) Math.min(to, at + (1L << 29));
            if (buckets.full(end - at)) {
                buckets.drainInto(wide);
            }
            if (buckets.add(values, at, end) != 0) {
                for (int i = at; i < end; i++) {
                    count(values[i]);
                }
            }
            at = end;
        }
    }

    private void addDirect(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> 52) & 0x7FF;
        if (exponent == 0x7FF) {
            count(x);
            return;
        }
        long mantissa = exponent == 0 ? bits & FRACTION : bits & FRACTION | 1L << 52;
        wide.add(bits < 0 ? -mantissa : mantissa, Math.max(exponent, 1) - 1075);
        if (++direct > BUCKETS_PAY) {
            buckets = new Buckets();
        }
    }

    private void count(double x) {
        if (x != x) {
            nans++;
        } else if (x == Double.POSITIVE_INFINITY) {
            positives++;
        } else if (x == Double.NEGATIVE_INFINITY) {
            negatives++;
        }
    }

    /** Adds the exact product, also where the double product would round, overflow or underflow. */
    public void addProduct(double a, double b) {
        double product = a * b;
        double size = Math.abs(product);
        // above 2^-900 the error of a product is a double; NaN and infinity fail the test as well
        if (size >= 0x1p-900 && size <= Double.MAX_VALUE) {
            add(product);
            double rest = Math.fma(a, b, -product);
            if (rest != 0) {
                add(rest);
            }
        } else if (!(Math.abs(a) <= Double.MAX_VALUE && Math.abs(b) <= Double.MAX_VALUE)) {
            count(product);
        } else if (a != 0 && b != 0) {
            addWideProduct(a, b);
        }
    }

    private void addWideProduct(double a, double b) {
        long x = mantissa(a);
        long y = mantissa(b);
        int exponent = Math.max(Math.getExponent(a), -1022) + Math.max(Math.getExponent(b), -1022) - 104;
        long low = x * y;
        long sign = a < 0 == b < 0 ? 1 : -1;
        wide.add(sign * (low & 0xFFFF_FFFFL), exponent);
        wide.add(sign * (low >>> 32), exponent + 32);
        wide.add(sign * Math.multiplyHigh(x, y), exponent + 64);
    }

    private static long mantissa(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return (bits >>> 52 & 0x7FF) == 0 ? bits & FRACTION : bits & FRACTION | 1L << 52;
    }

    /** Adds all terms of {@code other}, which stays as it is. */
    public void merge(ExactSum other) {
        combine(other, 1);
        positives += other.positives;
        negatives += other.negatives;
    }

    /** Makes this sum the difference of the two; an infinite term of {@code other} enters with its sign turned. */
    public void subtract(ExactSum other) {
        combine(other, -1);
        long turned = other.negatives;
        negatives += other.positives;
        positives += turned;
    }

    private void combine(ExactSum other, int sign) {
        settled().add(other.settled(), sign);
        nans += other.nans;
    }

    private WideNumber settled() {
        if (buckets != null) {
            buckets.drainInto(wide);
        }
        return wide;
    }

    /** Makes this the empty sum again; keeps its memory for reuse. */
    public void clear() {
        settled().clear();
        direct = 0;
        nans = 0;
        positives = 0;
        negatives = 0;
    }

    /** An independent sum of the same terms. */
    public ExactSum copy() {
        ExactSum result = new ExactSum(settled().copy());
        result.nans = nans;
        result.positives = positives;
        result.negatives = negatives;
        return result;
    }

    /** The sum, correctly rounded. */
    public double value() {
        return isFinite() ? settled().value() : strange();
    }

    /** The exact sum over {@code n}, correctly rounded; over 0 as doubles divide. */
    public double dividedBy(long n) {
        if (n > 0 && isFinite()) {
            return settled().dividedBy(n);
        }
        return n < 0 && isFinite() && n != Long.MIN_VALUE ? -settled().dividedBy(-n) : value() / n;
    }

    /** The exact quotient of the two sums, correctly rounded; 0/0 is NaN, others over 0 are infinite. */
    public double over(ExactSum denominator) {
        int above = signum();
        int below = denominator.signum();
        if (!isFinite() || !denominator.isFinite() || above == 0 || below == 0) {
            return value() / denominator.value();
        }
        return Rounding.quotient(above != below, wide.integer(), denominator.wide.integer(), 0);
    }

    /**
     * The square root of the exact quotient of the two sums, correctly rounded, right even where the quotient itself is
     * past the range of a double; NaN where the quotient is negative or NaN.
     */
    public double rootOver(ExactSum denominator) {
        int above = signum();
        int below = denominator.signum();
        if (!isFinite() || !denominator.isFinite() || above == 0 || below == 0) {
            return Math.sqrt(value() / denominator.value());
        }
        return above != below ? Double.NaN : Rounding.root(wide.integer(), denominator.wide.integer());
    }

    /** The square root of the exact sum over {@code n}, correctly rounded; NaN where that is negative. */
    public double rootDividedBy(long n) {
        if (!isFinite() || signum() <= 0 || n <= 0) {
            return Math.sqrt(value() / n);
        }
        return Rounding.root(wide.integer(), BigInteger.valueOf(n).shiftLeft(-WideNumber.LOWEST));
    }

    /** Whether the sum is exactly zero. */
    public boolean isZero() {
        return isFinite() && settled().signum() == 0;
    }

    /** -1, 0 or 1: the sign of the exact sum; 0 also for NaN. */
    public int signum() {
        if (isFinite()) {
            return settled().signum();
        }
        double value = strange();
        return value > 0 ? 1 : value < 0 ? -1 : 0;
    }

    private boolean isFinite() {
        return (nans | positives | negatives) == 0;
    }

    private double strange() {
        if (nans != 0 || positives != 0 && negatives != 0) {
            return Double.NaN;
        }
        return positives != 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /**
     * The exact sum.
     *
     * @throws ArithmeticException if a term was infinite or NaN
     */
    public BigDecimal exact() {
        if (!isFinite()) {
            throw new ArithmeticException("the sum has terms that are not finite");
        }
        BigInteger whole = settled().integer();
        BigDecimal size = new BigDecimal(whole).divide(new BigDecimal(BigInteger.ONE.shiftLeft(-WideNumber.LOWEST)));
        return wide.signum() < 0 ? size.negate() : size;
    }

    /** A compact form that depends on the exact sum alone (and the counts of terms not finite), not on its history. */
    public byte[] toBytes() {
        return SumBytes.write(settled(), nans, positives, negatives);
    }

    /**
     * The sum that {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if the bytes were not written by {@code toBytes}
     */
    public static ExactSum fromBytes(byte[] bytes) {
        ExactSum result = new ExactSum(SumBytes.number(bytes));
        result.nans = SumBytes.count(bytes, 0);
        result.positives = SumBytes.count(bytes, 1);
        result.negatives = SumBytes.count(bytes, 2);
        return result;
    }
}
