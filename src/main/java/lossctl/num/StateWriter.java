package lossctl.num;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes down the state of a computation as bytes, from which {@link StateReader} takes it up again to the last bit:
 * whole numbers (short where they are small), doubles with all their bits, texts, and exact sums in the one form that
 * each has. No names and no types: whoever writes and whoever reads agree on the order. Big-endian.
 */
public final class StateWriter {
    private static final int MOST = Integer.MAX_VALUE - 64;

    private byte[] bytes = new byte[256];
    private int size;

    /** Writes a whole number: seven bits a byte, the lowest first, the top bit set on all but the last. */
    public void integer(long n) {
        reserve(10);
        long rest = n << 1 ^ n >> 63;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Writes a flag. */
    public void flag(boolean set) {
        integer(set ? 1 : 0);
    }

    /** Writes a double, a NaN as the one that Java's arithmetic makes. */
    public void number(double x) {
        reserve(8);
        long bits = Double.doubleToLongBits(x);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    /** Writes the first {@code count} doubles of an array, and their number. */
    public void numbers(double[] values, int count) {
        integer(count);
        for (int i = 0; i < count; i++) {
            number(values[i]);
        }
    }

    /** Writes a text, or null. */
    public void text(String text) {
        bytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes an exact sum. */
    public void sum(ExactSum sum) {
        bytes(sum.toBytes());
    }

    private void bytes(byte[] some) {
        integer(some == null ? -1 : some.length);
        if (some != null) {
            reserve(some.length);
            System.arraycopy(some, 0, bytes, size, some.length);
            size += some.length;
        }
    }

    private void reserve(int more) {
        if (more > MOST - size) {
            throw new OutOfMemoryError("a state of more than 2 GiB");
        }
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(size + (long) more, 2L * bytes.length)));
        }
    }

    /** All that was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
