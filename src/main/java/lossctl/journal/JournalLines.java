package lossctl.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import lossctl.data.Refusal;

/**
 * Reads a journal from its beginning, line by line, as far as it is whole: a last line that was cut, or a damaged end, is
 * what an interruption leaves; damage before a whole line is not, and refused.
 */
final class JournalLines {
    private final FileChannel channel;
    private final String name;
    private byte[] buffer = new byte[1 << 16];
    private long start;
    private int from;
    private int filled;
    private boolean ended;
    private long number;
    private int to;

    JournalLines(FileChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    /** Takes a whole line. */
    interface Taker {
        void take(byte[] bytes, int from, int to, long position, long number);
    }

    /**
     * Tells all whole lines.
     *
     * @return how many bytes of the file they take up: what follows is no journal
     */
    long read(Taker taker) throws IOException {
        long wholeEnd = 0;
        long damaged = 0;
        while (next()) {
            boolean whole = SealedLine.isWhole(buffer, from, to);
            if (whole && damaged > 0) {
                throw new Refusal(
                                Refusal.Code.MALFORMED,
                                "this line of the journal is damaged, and lines behind it are not: it was changed")
                        .in(name)
                        .at(damaged, 0)
                        .hint("delete that line, and its dump is computed again");
            }
            if (whole) {
                taker.take(buffer, from, to, start + from, number);
                wholeEnd = start + to + 1;
            } else if (damaged == 0) {
                damaged = number;
            }
            from = to + 1;
        }
        return wholeEnd;
    }

    /** Finds the next line that has an end. */
    private boolean next() throws IOException {
        int at = from;
        while (true) {
            for (; at < filled; at++) {
                if (buffer[at] == '\n') {
                    to = at;
                    number++;
                    return true;
                }
            }
            if (ended) {
                return false;
            }
            at -= from;
            fill();
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        start += from;
        filled -= from;
        from = 0;
        if (filled == buffer.length) {
            if (buffer.length > Integer.MAX_VALUE / 2) {
                throw new Refusal(Refusal.Code.LIMIT, "a line of more than 1 GiB").in(name);
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int n = channel.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled), start + filled);
        ended = n < 0;
        filled += Math.max(n, 0);
    }
}
