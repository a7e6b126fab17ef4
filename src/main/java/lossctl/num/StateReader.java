package lossctl.num;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes up what a {@link StateWriter} took down, in the same order. Whatever cannot have been written so is an {@link
 * IllegalArgumentException}; no length is believed before the bytes are seen to be there.
 */
public final class StateReader {
    private final byte[] bytes;
    private int at;

    /** A reader from the first of these bytes on. */
    public StateReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads a whole number. */
    public long integer() {
        long rest = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte part = next();
            rest |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
        throw broken();
    }

    /** Reads a flag. */
    public boolean flag() {
        long n = integer();
        if (n != 0 && n != 1) {
            throw broken();
        }
        return n == 1;
    }

    /** Reads how many of something follow, each of at least {@code size} bytes. */
    public int count(int size) {
        long n = integer();
        if (n < 0 || n > (bytes.length - at) / Math.max(size, 1)) {
            throw broken();
        }
        return (int) n;
    }

    /** Reads a double. */
    public double number() {
        need(8);
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | bytes[at++] & 0xFF;
        }
        return Double.longBitsToDouble(bits);
    }

    /** Reads an array of doubles. */
    public double[] numbers() {
        double[] values = new double[count(8)];
        for (int i = 0; i < values.length; i++) {
            values[i] = number();
        }
        return values;
    }

    /** Reads a text, or null. */
    public String text() {
        byte[] some = some();
        return some == null ? null : new String(some, StandardCharsets.UTF_8);
    }

    /** Reads an exact sum and adds it to another; one that is compact stays so. */
    public void addSumTo(ExactSum sum) {
        byte[] some = some();
        if (some == null) {
            throw broken();
        }
        sum.merge(some);
    }

    private byte[] some() {
        long length = integer();
        if (length == -1) {
            return null;
        }
        need(length);
        at += (int) length;
        return Arrays.copyOfRange(bytes, at - (int) length, at);
    }

    /** Makes sure that nothing is left to read. */
    public void end() {
        if (at != bytes.length) {
            throw broken();
        }
    }

    private byte next() {
        need(1);
        return bytes[at++];
    }

    private void need(long more) {
        if (more < 0 || more > bytes.length - at) {
            throw broken();
        }
    }

    /** What is thrown where the bytes cannot be a state. */
    public static IllegalArgumentException broken() {
        return new IllegalArgumentException("these bytes are no saved state");
    }
}
