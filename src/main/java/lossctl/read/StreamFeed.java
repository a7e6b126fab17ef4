package lossctl.read;

import java.io.IOException;
import java.io.InputStream;
import lossctl.data.Refusal;

/** The pieces of a stream, read one after the other by whichever thread comes for the next. */
final class StreamFeed extends Feed {
    /** Bytes asked for at once: as many as a pipe holds. Java copies them through memory that it takes for each call. */
    private static final int ONCE = 64 << 10;

    private final Head head;
    private final InputStream rest;
    private final int size;
    private int at;
    private long taken;
    private boolean done;

    StreamFeed(Head head, int skip, int size) {
        this.head = head;
        at = skip;
        rest = head.rest();
        this.size = head.isWhole() ? Math.min(size, Math.max(1, head.length() - skip + 1)) : size;
    }

    @Override
    public synchronized boolean take(Chunk chunk) {
        if (done) {
            return false;
        }
        chunk.number(taken);
        if (head.isWhole() && head.length() - at < size) {
            chunk.adopt(head.bytes(), at, head.length());
            done = true;
            chunk.filled(head.length() - at, taken++, true);
            return true;
        }
        chunk.prepare(size);
        byte[] into = chunk.bytes();
        int start = chunk.piece();
        int length = Math.min(size, head.length() - at);
        System.arraycopy(head.bytes(), at, into, start, length);
        at += length;
        boolean ended = false;
        try {
            while (length < size && !ended) {
                int most = Math.min(ONCE, size - length);
                int n = at < head.length() || head.isWhole() ? -1 : rest.read(into, start + length, most);
                ended = n < 0;
                length += Math.max(n, 0);
            }
        } catch (IOException e) {
            done = true;
            throw new Refusal(Refusal.Code.IO, "read failed: " + e.getMessage()).in(head.name());
        } catch (Refusal e) {
            done = true;
            throw e;
        }
        done = ended;
        chunk.filled(length, taken++, ended);
        return true;
    }

    @Override
    public void close() {
        head.close();
    }
}
