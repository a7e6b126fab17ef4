package lossctl.read.json;

import java.util.Arrays;

/**
 * What stands between two values of a line, as it stood in a line before: a program that writes a million lines writes
 * the same there in each, so that it is enough to compare, eight bytes at a time.
 */
final class Between {
    /** Longer ones are compared a token at a time, as the first line was. */
    private static final int LONGEST = 64;

    private static final int AT_ONCE = 16;

    private final int length;
    /** Its first sixteen bytes, which are mostly all, and those of them that count. */
    private final long first;

    private final long second;
    private final long firstMask;
    private final long secondMask;
    /** All of it. */
    private final byte[] whole;

    /** A copy of {@code [from, to)}, more than nothing; nothing behind it is read. */
    private Between(byte[] bytes, int from, int to) {
        length = to - from;
        whole = Arrays.copyOfRange(bytes, from, to);
        firstMask = mask(length);
        secondMask = mask(length - Long.BYTES);
        byte[] padded = Arrays.copyOf(whole, Math.max(length, AT_ONCE));
        first = Eight.load(padded, 0) & firstMask;
        second = Eight.load(padded, Long.BYTES) & secondMask;
    }

    /** The first bytes of a word, at least none and at most all. */
    private static long mask(int bytes) {
        return bytes <= 0 ? 0 : -1L >>> Byte.SIZE * Math.max(0, Long.BYTES - bytes);
    }

    /** What stands before, between and behind values that end and begin at these places; null where it is too much. */
    static Between[] of(byte[] bytes, int[] ends, int[] starts) {
        Between[] all = new Between[ends.length];
        for (int i = 0; i < all.length; i++) {
            if (starts[i] - ends[i] > LONGEST) {
                return null;
            }
            all[i] = new Between(bytes, ends[i], starts[i]);
        }
        return all;
    }

    /** Where it ends if it stands at {@code at}, else {@link FlatLine#OTHER}. */
    int behind(byte[] bytes, int at) {
        if (at + AT_ONCE > bytes.length) {
            return FlatLine.OTHER;
        }
        long different = (Eight.load(bytes, at) ^ first) & firstMask
                | (Eight.load(bytes, at + Long.BYTES) ^ second) & secondMask;
        return different == 0 && (length <= AT_ONCE || isWhole(bytes, at)) ? at + length : FlatLine.OTHER;
    }

    private boolean isWhole(byte[] bytes, int at) {
        return at + length <= bytes.length && Arrays.equals(bytes, at, at + length, whole, 0, length);
    }
}
