package lossctl.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import lossctl.data.Refusal;

/**
 * The pieces of a stream, read ahead by a thread of their own: it unpacks while others convert. A few buffers go
 * round; none is copied.
 */
final class AheadFeed extends Feed {
    private static final int MOST = 3;

    private final Head head;
    private final int size;
    private final ArrayDeque<Piece> full = new ArrayDeque<>();
    private final ArrayDeque<byte[]> empty = new ArrayDeque<>();
    private int at;
    private long taken;
    private boolean started;
    private boolean done;
    private boolean closed;

    /** A buffer that was filled, or what went wrong instead. */
    private record Piece(byte[] bytes, int length, boolean last, Throwable failure) {}

    AheadFeed(Head head, int skip, int size) {
        this.head = head;
        this.size = size;
        at = skip;
    }

    @Override
    public boolean take(Chunk chunk) {
        Piece piece;
        synchronized (this) {
            start();
            piece = await();
            if (piece == null) {
                return false;
            }
            chunk.number(taken);
            done = piece.last || piece.failure != null;
            taken++;
            if (piece.failure == null) {
                byte[] used = chunk.exchange(piece.bytes);
                if (used.length >= Chunk.capacity(size)) {
                    empty.add(used);
                }
                chunk.filled(piece.length, taken - 1, piece.last);
            }
            notifyAll();
        }
        if (piece.failure instanceof Refusal refusal) {
            throw refusal;
        }
        if (piece.failure instanceof Error error) {
            throw error;
        }
        if (piece.failure != null) {
            throw new Refusal(Refusal.Code.IO, "read failed: " + piece.failure.getMessage()).in(head.name());
        }
        return true;
    }

    private void start() {
        if (!started) {
            started = true;
            Thread thread = new Thread("read " + head.name()) {
                @Override
                public void run() {
                    readAll();
                }
            };
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The next piece; null where the last one is taken. */
    private Piece await() {
        boolean interrupted = false;
        while (full.isEmpty() && !done) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return full.poll();
    }

    /** Reads piece after piece, until the end or until nobody wants them any more. */
    private void readAll() {
        try {
            boolean last = false;
            while (!last) {
                byte[] bytes = buffer();
                if (bytes == null) {
                    return;
                }
                int length = read(bytes);
                last = length < size;
                put(new Piece(bytes, length, last, null));
            }
        } catch (IOException | RuntimeException | Error e) {
            put(new Piece(null, 0, true, e));
        } finally {
            head.close();
        }
    }

    private synchronized byte[] buffer() {
        while (full.size() >= MOST && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                return null;
            }
        }
        if (closed) {
            return null;
        }
        return empty.isEmpty() ? new byte[Chunk.capacity(size)] : empty.remove();
    }

    private int read(byte[] into) throws IOException {
        InputStream rest = head.rest();
        int length = Math.min(size, head.length() - at);
        System.arraycopy(head.bytes(), at, into, Chunk.ROOM, length);
        at += length;
        while (length < size && !head.isWhole()) {
            int n = rest.read(into, Chunk.ROOM + length, size - length);
            if (n < 0) {
                break;
            }
            length += n;
        }
        return length;
    }

    private synchronized void put(Piece piece) {
        full.add(piece);
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        if (!started) {
            head.close();
        }
    }
}
