package lossctl.read.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at once: which of them are of interest. A found byte is the top bit of its eighth of the word. */
final class Words {
    /** Shorter buffers are read a byte at a time: the first use of a view costs more than all of their bytes. */
    private static final int SHORT = 4096;

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long LOWS = ~TOPS;

    /** Quotes, commas, tabs and line ends are all below; digits, points, minus signs and letters are not. */
    static final int BOUND = '-';

    private Words() {}

    /** The eight bytes at {@code at}, the first the lowest. */
    static long load(byte[] bytes, int at) {
        return bytes.length < SHORT ? assemble(bytes, at) : (long) View.LONGS.get(bytes, at);
    }

    private static long assemble(byte[] bytes, int at) {
        long word = 0;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            word = word << Byte.SIZE | bytes[at + i] & 0xff;
        }
        return word;
    }

    /** Comes to life with the first long buffer. */
    private static final class View {
        static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes below {@link #BOUND}: exact, no borrow runs from one byte into the next. */
    static long low(long word) {
        return ~((word & LOWS) + (0x80 - BOUND) * ONES | word) & TOPS;
    }

    /** Bytes equal to that of which {@code pattern} has eight: exact. */
    static long equal(long word, long pattern) {
        long difference = word ^ pattern;
        return ~((difference & LOWS) + LOWS | difference) & TOPS;
    }

    /** Eight times this byte. */
    static long pattern(byte b) {
        return (b & 0xff) * ONES;
    }

    /** The found bytes of a word as eight bits, the first the lowest. */
    static long bits(long found) {
        return (found >>> 7) * 0x0102040810204080L >>> 56;
    }
}
