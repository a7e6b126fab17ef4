package lossctl.num;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact sum of doubles and of products of two doubles, rounded once when it is asked for.
 *
 * <p>The result depends on the terms alone, not on their order or on how they were split over sums merged later. Nothing
 * overflows or is lost in between: only the final value is rounded, half to even, to infinity past the range. An infinite
 * term makes the sum infinite, infinities of both signs or a NaN make it NaN. The empty sum and every sum that is exactly
 * zero are {@code 0.0}, also where all terms were {@code -0.0}.
 *
 * <p>Not safe for use by several threads at once, not even for reading. Source of the method: Neal, Fast exact summation
 * using small and large superaccumulators, 2015, arXiv:1505.05571.
 */
public final class ExactSum {
    /** Fewer terms than this go straight into the wide number: lanes and buckets take memory, and a while to empty. */
    private static final int MANY = 4096;

    /** More bits than a product of three doubles has; as many more are left for sums of them. */
    private static final int GREATEST = 3 * 1024;

    private WideNumber wide;
    /** In place of the wide number where the sum is a compact one. */
    private NarrowNumber narrow;

    /** What takes terms one by one, and what takes them by the thousand, once there were many. */
    private Buckets buckets;

    private Lanes lanes;
    private Products products;
    private int direct;
    private int strange;
    private boolean negative;

    /** The empty sum. */
    public ExactSum() {
        this(new WideNumber(), Strange.NONE);
    }

    private ExactSum(NarrowNumber narrow) {
        this.narrow = narrow;
    }

    /**
     * An empty sum that takes some 100 bytes while its terms are of like size, not a kilobyte, nor 128 more once they are
     * many; a term takes longer. For sums by the million.
     */
    public static ExactSum compact() {
        return new ExactSum(new NarrowNumber());
    }

    ExactSum(WideNumber wide, int strange) {
        this.wide = wide;
        this.strange = strange;
    }

    /** Adds one term of any kind. */
    public void add(double x) {
        if (buckets == null) {
            addDirect(x);
            if (narrow == null && ++direct > MANY) {
                buckets = new Buckets();
            }
            return;
        }
        if (buckets.room() == 0) {
            settled();
        }
        buckets.add(x);
    }

    /** Adds {@code values[from]} up to, not including, {@code values[to]}. */
    public void add(double[] values, int from, int to) {
        if (lanes == null) {
            direct += narrow != null ? 0 : Math.min(to - from, MANY + 1);
            if (direct <= MANY) {
                for (int i = from; i < to; i++) {
                    addDirect(values[i]);
                }
                return;
            }
            lanes = new Lanes();
        }
        strange |= lanes.add(values, from, to, wide);
    }

    /** Adds the exact squares of {@code values[from]} up to, not including, {@code values[to]}. */
    public void addSquares(double[] values, int from, int to) {
        addProducts(values, values, from, to);
    }

    /** Adds the exact products {@code a[i] b[i]} of {@code from} up to, not including, {@code to}. */
    public void addProducts(double[] a, double[] b, int from, int to) {
        if (products == null) {
            products = new Products();
        }
        for (int at = from; at < to; ) {
            int end = Math.min(to, at + Products.PIECE);
            if (products.load(a, b, at, end)) {
                add(products.high(), 0, end - at);
                add(products.low(), 0, end - at);
            } else {
                for (int i = at; i < end; i++) {
                    addProduct(a[i], b[i]);
                }
            }
            at = end;
        }
    }

    private void addDirect(double x) {
        negative |= x < 0;
        if (!(Math.abs(x) <= Double.MAX_VALUE)) {
            strange |= Strange.of(x);
        } else if (narrow == null) {
            wide.add(x);
        } else {
            narrow.add(WideNumber.mantissa(x), WideNumber.exponent(x));
        }
    }

    private void put(long mantissa, int exponent) {
        if (narrow == null) {
            wide.add(mantissa, exponent);
        } else {
            narrow.add(mantissa, exponent);
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
            strange |= Strange.of(product);
        } else if (a != 0 && b != 0) {
            addWideProduct(a, b);
        }
    }

    private void addWideProduct(double a, double b) {
        long x = WideNumber.mantissa(Math.abs(a));
        long y = WideNumber.mantissa(Math.abs(b));
        int exponent = WideNumber.exponent(a) + WideNumber.exponent(b);
        long low = x * y;
        long sign = a < 0 == b < 0 ? 1 : -1;
        put(sign * (low & 0xFFFF_FFFFL), exponent);
        put(sign * (low >>> 32), exponent + 32);
        put(sign * Math.multiplyHigh(x, y), exponent + 64);
    }

    /**
     * Adds {@code a b c 2^powers}, also where parts of it are past the range of doubles: exactly but for what is below the
     * least product of two doubles. What is past the greatest of three is infinite.
     */
    public void addProduct(double a, double b, double c, long powers) {
        double product = a * b * c;
        if (!(Math.abs(a) <= Double.MAX_VALUE && Math.abs(b) <= Double.MAX_VALUE && Math.abs(c) <= Double.MAX_VALUE)) {
            strange |= Strange.of(product);
            return;
        }
        if (a == 0 || b == 0 || c == 0) {
            return;
        }
        BigInteger units = BigInteger.valueOf(WideNumber.mantissa(a))
                .multiply(BigInteger.valueOf(WideNumber.mantissa(b)))
                .multiply(BigInteger.valueOf(WideNumber.mantissa(c)));
        long exponent = powers + WideNumber.exponent(a) + WideNumber.exponent(b) + WideNumber.exponent(c);
        if (units.bitLength() + exponent > GREATEST) {
            strange |= Strange.of(units.signum() * Double.POSITIVE_INFINITY);
            return;
        }
        BigInteger size = units.abs();
        for (; size.signum() != 0; size = size.shiftRight(32), exponent += 32) {
            if (exponent >= WideNumber.LOWEST) {
                put(units.signum() * (size.longValue() & 0xFFFF_FFFFL), (int) exponent);
            }
        }
    }

    /** Adds all terms of {@code other}, which stays as it is. */
    public void merge(ExactSum other) {
        if (narrow != null && other.narrow != null) {
            narrow.add(other.narrow);
        } else {
            widen();
            settled().add(other.settled(), 1);
        }
        strange |= other.strange;
        negative |= other.hasNegative();
    }

    /**
     * Adds the terms of a sum that {@link #toBytes()} wrote; a compact sum stays compact.
     *
     * @throws IllegalArgumentException if the bytes were not written by {@code toBytes}
     */
    public void merge(byte[] saved) {
        if (narrow != null && SumBytes.fitsNarrow(saved)) {
            SumBytes.addTo(narrow, saved);
        } else {
            merge(fromBytes(saved));
        }
    }

    /** Makes this sum the difference of the two; an infinite {@code other} enters with its sign turned. */
    public void subtract(ExactSum other) {
        widen();
        settled().add(other.settled(), -1);
        strange |= Strange.negated(other.strange);
    }

    /** Makes a compact sum an ordinary one. */
    private void widen() {
        if (narrow != null) {
            wide = narrow.wide();
            narrow = null;
        }
    }

    /** The number; that of a compact sum is made for the occasion. */
    private WideNumber settled() {
        if (narrow != null) {
            return narrow.wide();
        }
        if (buckets != null) {
            strange |= buckets.drainInto(wide);
            negative |= buckets.hasNegative();
        }
        if (lanes != null) {
            negative |= lanes.hasNegative();
            lanes.drainInto(wide);
        }
        return wide;
    }

    /** Makes this the empty sum again; keeps its memory for reuse. */
    public void clear() {
        if (narrow != null) {
            narrow.clear();
        } else {
            settled().clear();
        }
        direct = 0;
        strange = Strange.NONE;
        negative = false;
    }

    /** An independent sum of the same terms. */
    public ExactSum copy() {
        ExactSum copy = new ExactSum(settled().copy(), strange);
        copy.negative = negative;
        return copy;
    }

    /** The sum, correctly rounded. */
    public double value() {
        if (!isFinite()) {
            return Strange.value(strange);
        }
        return narrow != null ? narrow.dividedBy(1) : settled().value();
    }

    /** The sum in two doubles. */
    public Twofold twofold() {
        double high = value();
        if (!(Math.abs(high) <= Double.MAX_VALUE)) {
            return Twofold.of(high);
        }
        ExactSum rest = copy();
        rest.add(-high);
        return new Twofold(high, rest.value());
    }

    /** The exact sum over {@code n}, correctly rounded; over 0 as doubles divide. */
    public double dividedBy(long n) {
        if (n > 0 && isFinite()) {
            return narrow != null ? narrow.dividedBy(n) : settled().dividedBy(n);
        }
        return n < 0 && isFinite() && n != Long.MIN_VALUE ? -settled().dividedBy(-n) : value() / n;
    }

    /** The exact quotient of the two sums, correctly rounded; 0/0 is NaN, others over 0 are infinite. */
    public double over(ExactSum denominator) {
        int above = signum();
        int below = denominator.signum();
        if (!isFinite() && denominator.isFinite()) {
            return value() / below; // whose double may be infinite, too
        }
        if (!denominator.isFinite() || above == 0 || below == 0) {
            return value() / denominator.value();
        }
        return dyadic().over(denominator.dyadic());
    }

    /** {@link #over} in two doubles. */
    public Twofold sharpOver(ExactSum denominator) {
        double high = over(denominator);
        return high == 0 || !(Math.abs(high) <= Double.MAX_VALUE)
                ? Twofold.of(high)
                : dyadic().sharpOver(denominator.dyadic());
    }

    /** {@link #rootOver} in two doubles. */
    public Twofold sharpRootOver(ExactSum denominator) {
        double high = rootOver(denominator);
        return high > 0 && high <= Double.MAX_VALUE ? sharpRoot(high, denominator.dyadic()) : Twofold.of(high);
    }

    /** {@link #rootDividedBy} in two doubles. */
    public Twofold sharpRootDividedBy(long n) {
        double high = rootDividedBy(n);
        return high > 0 && high <= Double.MAX_VALUE ? sharpRoot(high, Dyadic.of(n)) : Twofold.of(high);
    }

    private Twofold sharpRoot(double high, Dyadic denominator) {
        Dyadic slope = denominator.times(Dyadic.of(high));
        Dyadic rest = dyadic().minus(slope.times(Dyadic.of(high)));
        return new Twofold(high, rest.over(slope.plus(slope)));
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
        return above != below ? Double.NaN : dyadic().rootOver(denominator.dyadic());
    }

    /** The square root of the exact sum over {@code n}, correctly rounded; NaN where that is negative. */
    public double rootDividedBy(long n) {
        if (!isFinite() || signum() <= 0 || n <= 0) {
            return Math.sqrt(value() / n);
        }
        return dyadic().rootOver(Dyadic.of(n));
    }

    /** Whether terms were added that are infinite or NaN. Costs nothing. */
    public boolean hasStrange() {
        return strange != Strange.NONE || buckets != null && buckets.hasStrange();
    }

    /** Which terms that are not finite were added so far, for {@link #oddities(int)}; of a sum of arrays and products. */
    public int oddities() {
        return strange;
    }

    /** Forgets those that were added since {@link #oddities} told these bits: what they are is added otherwise. */
    public void oddities(int bits) {
        strange = bits;
    }

    /** Whether terms were added that are below zero. It tells nothing of products, whose parts may be. */
    public boolean hasNegative() {
        if (narrow == null) {
            settled(); // What lies in buckets is looked at when they are emptied.
        }
        return negative;
    }

    /** Whether the sum is exactly zero. */
    public boolean isZero() {
        return isFinite() && signum() == 0;
    }

    /** -1, 0 or 1: the sign of the exact sum; 0 also for NaN. */
    public int signum() {
        if (isFinite()) {
            return narrow != null ? narrow.dyadic().signum() : settled().signum();
        }
        return strange == Strange.NAN ? 0 : strange == Strange.PLUS ? 1 : -1;
    }

    private boolean isFinite() {
        if (narrow == null) {
            settled();
        }
        return strange == Strange.NONE;
    }

    /**
     * The exact sum.
     *
     * @throws ArithmeticException if a term was infinite or NaN
     */
    public BigDecimal exact() {
        Dyadic sum = dyadic();
        int exponent = sum.exponent();
        // 2^-n is 5^n 10^-n
        return exponent >= 0
                ? new BigDecimal(sum.units().shiftLeft(exponent))
                : new BigDecimal(sum.units().multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
    }

    /**
     * The exact sum, in units as large as can be: much faster to compute with than {@link #exact}.
     *
     * @throws ArithmeticException if a term was infinite or NaN
     */
    public Dyadic dyadic() {
        if (!isFinite()) {
            throw new ArithmeticException("the sum has terms that are not finite");
        }
        return narrow != null ? narrow.dyadic() : settled().dyadic();
    }

    /** A compact form that depends on the exact sum alone, not on its history; for sums not finite, on their value. */
    public byte[] toBytes() {
        return SumBytes.write(settled(), strange);
    }

    /**
     * The sum that {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if the bytes were not written by {@code toBytes}
     */
    public static ExactSum fromBytes(byte[] bytes) {
        return SumBytes.read(bytes);
    }
}
