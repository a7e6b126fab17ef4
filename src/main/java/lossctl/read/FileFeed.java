package lossctl.read;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import lossctl.data.Refusal;

/** The pieces of a file, each read at its position by the thread that takes it. */
final class FileFeed extends Feed {
    private final Head head;
    private final FileChannel channel;
    private final long start;
    private final int size;
    private final long pieces;
    private long taken;

    FileFeed(Head head, FileInputStream file, long start, int size) {
        this.head = head;
        this.start = start;
        this.size = size;
        channel = file.getChannel();
        pieces = Math.max(1, (head.size() - start + size - 1) / size);
    }

    @Override
    public boolean take(Chunk chunk) {
        long number;
        synchronized (this) {
            if (taken == pieces) {
                return false;
            }
            number = taken++;
        }
        chunk.number(number);
        long position = start + number * size;
        int length = (int) Math.min(size, head.size() - position);
        chunk.prepare(size);
        ByteBuffer into = ByteBuffer.wrap(chunk.bytes(), chunk.piece(), length);
        try {
            while (into.hasRemaining()) {
                int n = channel.read(into, position + length - into.remaining());
                if (n < 0) {
                    throw new Refusal(Refusal.Code.IO, "became shorter while it was read").in(head.name());
                }
            }
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.IO, "read failed: " + e.getMessage()).in(head.name());
        }
        head.tell(length);
        chunk.filled(length, number, number == pieces - 1);
        return true;
    }

    @Override
    public void close() {
        head.close();
    }
}
