package lossctl.num;

/**
 * 2^(i/128) in two doubles, for exponentials. Made of seven roots and their products: that takes a tenth of a millisecond
 * where nothing is compiled yet.
 */
final class RootsOfTwo {
    /** How many there are; a power of two. */
    static final int COUNT = 1 << 7;

    /** How far the number of a root stands to the left where it is added to the exponent of a double. */
    static final int SHIFT = 52 - 7;

    /** The bits of the roots less their own numbers in the exponent: n &lt;&lt; SHIFT makes 2^(n/128) of it for any n. */
    static final long[] BITS = new long[COUNT];

    /** What rounding took from the roots, in parts of each. */
    static final double[] RESTS = new double[COUNT];

    // spotless:off
    /** 2^(1/2), 2^(1/4) ... 2^(1/128). */
    private static final double[] SQUARE_ROOTS = {
        0x1.6a09e667f3bcdp0, 0x1.306fe0a31b715p0, 0x1.172b83c7d517bp0, 0x1.0b5586cf9890fp0,
        0x1.059b0d3158574p0, 0x1.02c9a3e778061p0, 0x1.0163da9fb3335p0
    };
    private static final double[] SQUARE_ROOTS_LOW = {
        -0x1.bdd3413b26456p-54, 0x1.6f46ad23182e4p-55, -0x1.19041b9d78a76p-55, 0x1.8a62e4adc610bp-54,
        0x1.d73e2a475b465p-55, -0x1.19083535b085dp-56, 0x1.b61299ab8cdb7p-54
    };
    // spotless:on

    static {
        double[] high = new double[COUNT];
        double[] low = new double[COUNT];
        high[0] = 1;
        for (int j = SQUARE_ROOTS.length - 1, done = 1; j >= 0; j--, done *= 2) {
            for (int i = 0; i < done; i++) {
                double product = high[i] * SQUARE_ROOTS[j];
                double lost = Math.fma(high[i], SQUARE_ROOTS[j], -product)
                        + (high[i] * SQUARE_ROOTS_LOW[j] + low[i] * SQUARE_ROOTS[j]);
                high[done + i] = product + lost;
                low[done + i] = lost - (high[done + i] - product);
            }
        }
        for (int i = 0; i < COUNT; i++) {
            BITS[i] = Double.doubleToRawLongBits(high[i]) - ((long) i << SHIFT);
            RESTS[i] = low[i] / high[i];
        }
    }

    private RootsOfTwo() {}
}
