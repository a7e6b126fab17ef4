package lossctl.num;

/**
 * The saved form of an {@link ExactSum}, big-endian: format 1, flags (1 negative, 2 counts follow), three counts of 8
 * bytes if any is not 0, index of the lowest word that is not 0, number of words, the words of 4 bytes, lowest first.
 */
final class SumBytes {
    private static final int FORMAT = 1;
    private static final int NEGATIVE = 1;
    private static final int COUNTS = 2;

    private SumBytes() {}

    static byte[] write(WideNumber number, long nans, long positives, long negatives) {
        long[] words = number.magnitude();
        int low = 0;
        int high = words.length;
        while (high > 0 && words[high - 1] == 0) {
            high--;
        }
        while (low < high && words[low] == 0) {
            low++;
        }
        if (low == high) {
            low = high = 0;
        }
        boolean counts = (nans | positives | negatives) != 0;
        byte[] bytes = new byte[2 + (counts ? 24 : 0) + 2 + 4 * (high - low)];
        bytes[0] = FORMAT;
        bytes[1] = (byte) ((number.signum() < 0 ? NEGATIVE : 0) | (counts ? COUNTS : 0));
        int at = 2;
        if (counts) {
            put(bytes, at, 8, nans);
            put(bytes, at + 8, 8, positives);
            put(bytes, at + 16, 8, negatives);
            at += 24;
        }
        bytes[at++] = (byte) low;
        bytes[at++] = (byte) (high - low);
        for (int i = low; i < high; i++, at += 4) {
            put(bytes, at, 4, words[i]);
        }
        return bytes;
    }

    static WideNumber number(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != FORMAT || (bytes[1] & ~(NEGATIVE | COUNTS)) != 0) {
            throw broken();
        }
        int at = start(bytes);
        if (bytes.length < at + 2) {
            throw broken();
        }
        int low = bytes[at] & 0xFF;
        int count = bytes[at + 1] & 0xFF;
        long[] words = new long[WideNumber.words()];
        if (bytes.length != at + 2 + 4 * count || low + count > words.length) {
            throw broken();
        }
        for (int i = 0; i < count; i++) {
            words[low + i] = get(bytes, at + 2 + 4 * i, 4);
        }
        return WideNumber.of((bytes[1] & NEGATIVE) != 0, words);
    }

    /** Count {@code which} of NaN, positive and negative infinity; only after {@link #number} has accepted the bytes. */
    static long count(byte[] bytes, int which) {
        return (bytes[1] & COUNTS) == 0 ? 0 : get(bytes, 2 + 8 * which, 8);
    }

    private static int start(byte[] bytes) {
        return (bytes[1] & COUNTS) == 0 ? 2 : 26;
    }

    private static void put(byte[] bytes, int at, int length, long value) {
        for (int i = 0; i < length; i++) {
            bytes[at + i] = (byte) (value >>> 8 * (length - 1 - i));
        }
    }

    private static long get(byte[] bytes, int at, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("these bytes are no saved sum of format " + FORMAT);
    }
}
