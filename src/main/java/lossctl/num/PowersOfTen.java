package lossctl.num;

/**
 * The powers 5^q to 128 bits, the highest bit set: cut off for q >= 0, rounded up for q < 0, as the proof of Eisel and
 * Lemire wants them. Made on first use by short word arithmetic, the few near 0 apart from the rest, so that small
 * exponents cost next to nothing in a fresh machine.
 */
final class PowersOfTen {
    static final int LOWEST = -342;
    static final int HIGHEST = 341;
    private static final int NEAR = 40;
    private static final long MASK = 0xFFFF_FFFFL;

    private PowersOfTen() {}

    private static final class Near {
        static final long[] TABLE = table(-NEAR, NEAR);
    }

    private static final class Far {
        static final long[] TABLE = table(LOWEST, HIGHEST);
    }

    /** The upper word of 5^q. */
    static long high(int q) {
        return q >= -NEAR && q <= NEAR ? Near.TABLE[2 * (q + NEAR)] : Far.TABLE[2 * (q - LOWEST)];
    }

    /** The lower word of 5^q. */
    static long low(int q) {
        return q >= -NEAR && q <= NEAR ? Near.TABLE[2 * (q + NEAR) + 1] : Far.TABLE[2 * (q - LOWEST) + 1];
    }

    /** For q in [-350, 350]: the b with 2^b <= 10^q < 2^(b+1). */
    static int binaryExponent(int q) {
        return q * 217706 >> 16;
    }

    private static long[] table(int lowest, int highest) {
        long[] table = new long[2 * (highest - lowest + 1)];
        // 2^bits / 5^-q keeps more than 128 bits down to the lowest q; halving floors again and again stays exact
        int bits = 192 - lowest * 5 / 2;
        long[] words = new long[bits / 32 + 1];
        words[bits >> 5] = 1L << (bits & 31);
        for (int q = -1; q >= lowest; q--) {
            long remainder = 0;
            for (int i = words.length - 1; i >= 0; i--) {
                long part = remainder << 32 | words[i];
                words[i] = part / 5;
                remainder = part % 5;
            }
            int at = 2 * (q - lowest);
            cut(words, table, at);
            if (++table[at + 1] == 0) {
                table[at]++;
            }
        }
        words = new long[Math.max(highest * 5 / 64, 4) + 4];
        words[3] = 1;
        for (int q = 0; q <= highest; q++) {
            cut(words, table, 2 * (q - lowest));
            long carry = 0;
            for (int i = 3; i < words.length; i++) {
                long part = words[i] * 5 + carry;
                words[i] = part & MASK;
                carry = part >>> 32;
            }
        }
        return table;
    }

    /** Puts the upper 128 bits of {@code words} (32 bits each, lowest first) at {@code at}. */
    private static void cut(long[] words, long[] table, int at) {
        int top = words.length - 1;
        while (words[top] == 0) {
            top--;
        }
        int shift = Long.numberOfLeadingZeros(words[top]) - 32;
        table[at] = pair(words, top, shift);
        table[at + 1] = pair(words, top - 2, shift);
    }

    private static long pair(long[] words, int top, int shift) {
        long next = top >= 2 ? words[top - 2] : 0;
        return (words[top] << 32 | words[top - 1]) << shift | next << shift >>> 32;
    }
}
