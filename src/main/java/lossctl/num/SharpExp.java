package lossctl.num;

/**
 * The exponential with an error term, nearly as fast as the exponential itself: about 2^-65 of its value, where a sum or
 * a power would magnify the error of a double.
 *
 * <p>The argument is taken to the nearest 128th of ln 2, whose powers stand in a table; what is left of it is so small that
 * only the first two terms of its series need more than a double.
 */
final class SharpExp {
    /** ln 2 / 128 in three parts, of which the first has so many zeros at its end that whole multiples are exact. */
    private static final double STEP = 0x1.62e42fef8p-8;

    private static final double STEP_LOW = 0x1.1cf79abc9e3b4p-43;
    private static final double STEP_LAST = -0x1.9ff0342542fc3p-97;

    /** Beyond these the exponential is past the range of doubles. */
    private static final double MOST = 709.7;

    private static final double LEAST = -746;

    private SharpExp() {}

    /** ln x: the logarithm of a double, mended by how far its exponential is from x. */
    static Twofold log(double x) {
        double log = Elementary.log(x);
        if (!(Math.abs(log) < MOST)) {
            return Twofold.of(x).log();
        }
        Twofold power = of(-log, 0).times(x);
        return new Twofold(log, power.high() - 1 + power.low());
    }

    /** e^(x + rest); {@code rest} is much smaller than x. */
    static Twofold of(double x, double rest) {
        if (!(x < MOST && x > LEAST)) {
            double power = Elementary.exp(x);
            return new Twofold(power, power <= Double.MAX_VALUE ? power * rest : 0);
        }
        double count = Math.rint(x * (1 / STEP));
        double near = x - count * STEP;
        double far = count * STEP_LOW;
        Twofold left = Twofold.sum(near, -far);
        double r = left.high();
        double less = left.low() - Math.fma(count, STEP_LOW, -far) - count * STEP_LAST + rest;
        // e^r - 1: r, half its square, and the others
        double square = r * r;
        double tail = r * square * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720 + r / 5040))));
        double bent = square / 2 + tail;
        double s = r + bent;
        double sLess = r - s + bent + (square / 2 - bent + tail) + (Math.fma(r, r, -square) / 2 + less * (1 + s));
        long n = (long) count;
        int place = (int) n & (RootsOfTwo.COUNT - 1);
        double high = Double.longBitsToDouble(RootsOfTwo.BITS[place] + ((long) place << RootsOfTwo.SHIFT));
        double product = high * s;
        double sum = high + product;
        double low = high
                - sum
                + product
                + (Math.fma(high, s, -product) + high * (RootsOfTwo.RESTS[place] * (1 + s) + sLess));
        int exponent = (int) (n - place) / RootsOfTwo.COUNT;
        // the rest of the argument may be more than a unit in the last place of the result
        double all = sum + low;
        return new Twofold(Math.scalb(all, exponent), Math.scalb(sum - all + low, exponent));
    }
}
