package lossctl.read.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at once, the first the lowest. A byte that was looked for is the top bit of its eighth of the answer; the
 * answers are exact, no carry runs from one byte into the next.
 */
final class Eight {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long LOWS = ~TOPS;

    private Eight() {}

    static long load(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The bytes that are no digit, point, minus sign or slash. */
    static long notInNumber(long word) {
        long low = word & LOWS;
        return (low + (0x80 - ':') * ONES | ~(low + (0x80 - '-') * ONES) | word) & TOPS;
    }
}
