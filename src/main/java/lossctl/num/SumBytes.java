package lossctl.num;

import java.util.Arrays;

/**
 * The saved form of an {@link ExactSum}, big-endian: format 1; a byte of flags (1 seen +Infinity, 2 seen -Infinity, 4
 * negative); index of the lowest word that is not 0, number of words; the words of 4 bytes, lowest first. A sum that is
 * not finite has no words.
 */
final class SumBytes {
    private static final int FORMAT = 1;
    private static final int NEGATIVE = 4;
    private static final int HEAD = 4;

    private SumBytes() {}

    static byte[] write(WideNumber number, int strange) {
        long[] words = number.magnitude();
        int high = strange == Strange.NONE ? words.length : 0;
        while (high > 0 && words[high - 1] == 0) {
            high--;
        }
        int low = 0;
        while (low < high && words[low] == 0) {
            low++;
        }
        byte[] bytes = new byte[HEAD + 4 * (high - low)];
        bytes[0] = FORMAT;
        bytes[1] = (byte) (strange | (high > 0 && number.signum() < 0 ? NEGATIVE : 0));
        bytes[2] = (byte) low;
        bytes[3] = (byte) (high - low);
        for (int i = low, at = HEAD; i < high; i++) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                bytes[at++] = (byte) (words[i] >>> shift);
            }
        }
        return bytes;
    }

    static ExactSum read(byte[] bytes) {
        if (bytes.length < HEAD || bytes[0] != FORMAT || (bytes[1] & ~(NEGATIVE | Strange.NAN)) != 0) {
            throw broken();
        }
        int low = bytes[2] & 0xFF;
        int count = bytes[3] & 0xFF;
        long[] words = new long[WideNumber.WORDS];
        if (bytes.length != HEAD + 4 * count || low + count > words.length) {
            throw broken();
        }
        for (int i = HEAD; i < bytes.length; i++) {
            int word = low + (i - HEAD) / 4;
            words[word] = words[word] << 8 | bytes[i] & 0xFF;
        }
        ExactSum sum = new ExactSum(WideNumber.of((bytes[1] & NEGATIVE) != 0, words), bytes[1] & Strange.NAN);
        // one sum has one form
        if (!Arrays.equals(bytes, sum.toBytes())) {
            throw broken();
        }
        return sum;
    }

    /** Whether a saved sum is finite, and so far from the end of the range that a narrow number takes it. */
    static boolean fitsNarrow(byte[] bytes) {
        read(bytes);
        return (bytes[1] & Strange.NAN) == Strange.NONE && (bytes[2] & 0xFF) + (bytes[3] & 0xFF) < WideNumber.WORDS - 4;
    }

    /** Adds a saved sum, word by word. */
    static void addTo(NarrowNumber number, byte[] bytes) {
        boolean negative = (bytes[1] & NEGATIVE) != 0;
        for (int at = HEAD; at < bytes.length; at += 4) {
            long word = 0;
            for (int i = 0; i < 4; i++) {
                word = word << 8 | bytes[at + i] & 0xFF;
            }
            int place = (bytes[2] & 0xFF) + (at - HEAD) / 4;
            if (word != 0) {
                number.add(negative ? -word : word, WideNumber.LOWEST + 32 * place);
            }
        }
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("these bytes are no saved sum of format " + FORMAT);
    }
}
