package lossctl.read.json;

/**
 * What stands between two values of a line, as it stood in a line before: a program that writes a million lines writes
 * the same there in each, so that it is enough to compare, eight bytes at a time.
 */
final class Between {
    /** Longer ones are compared a token at a time, as the first line was. */
    private static final int LONGEST = 64;

    private final int length;
    private final long[] words;
    /** The bytes of the last word that count. */
    private final long mask;

    /** A copy of {@code [from, to)}, more than nothing; seven more bytes may be read. */
    private Between(byte[] bytes, int from, int to) {
        length = to - from;
        words = new long[(length + Long.BYTES - 1) / Long.BYTES];
        mask = -1L >>> Byte.SIZE * (Long.BYTES * words.length - length);
        for (int i = 0; i < words.length; i++) {
            words[i] = Eight.load(bytes, from + Long.BYTES * i);
        }
        words[words.length - 1] &= mask;
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
        int last = words.length - 1;
        if (at + Long.BYTES * words.length > bytes.length) {
            return FlatLine.OTHER;
        }
        long different = (Eight.load(bytes, at + Long.BYTES * last) ^ words[last]) & mask;
        for (int i = 0; i < last; i++) {
            different |= Eight.load(bytes, at + Long.BYTES * i) ^ words[i];
        }
        return different == 0 ? at + length : FlatLine.OTHER;
    }
}
