package lossctl.read.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import lossctl.data.Refusal;
import lossctl.read.Head;

/** The bytes of a zip, at any position: where its file has them, or kept in memory where it came as a stream. */
abstract class ZipBytes {
    private static final int LARGEST = 1 << 30;
    /** Bytes asked of a file at once: Java copies them through memory that each thread keeps. */
    private static final int ONCE = 128 << 10;

    /** The bytes that a head begins. @throws Refusal where a stream has too many of them */
    static ZipBytes of(Head head) throws IOException {
        if (head.file() != null) {
            return new Filed(head);
        }
        byte[] bytes = head.stream().readNBytes(LARGEST);
        if (bytes.length == LARGEST) {
            throw new Refusal(Refusal.Code.LIMIT, "an archive of more than 1 GiB in a stream")
                    .in(head.name())
                    .hint("read it from a plain file");
        }
        return new Kept(bytes);
    }

    abstract long length();

    /** Reads some bytes of those that stand at a position within the zip: at least one, none where it has shrunk. */
    abstract int read(long at, byte[] to, int from, int count) throws IOException;

    /** A few bytes that stand at a position. @throws ZipException where the zip does not have them */
    ByteBuffer take(long at, int count) throws IOException {
        if (at < 0 || at > length() - count) {
            throw Directory.damaged();
        }
        return ByteBuffer.wrap(stream(at, count).readNBytes(count)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** So many bytes from a position within the zip on. */
    InputStream stream(long at, long count) {
        return new Piece(at, at + count);
    }

    private final class Piece extends InputStream {
        private long at;
        private final long end;

        Piece(long at, long end) {
            this.at = at;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int count) throws IOException {
            if (at == end && count > 0) {
                return -1;
            }
            int n = ZipBytes.this.read(at, to, from, (int) Math.min(count, end - at));
            if (n < 0) {
                throw new IOException("it became shorter while it was read");
            }
            at += n;
            return n;
        }
    }

    private static final class Filed extends ZipBytes {
        private final Head head;
        private final FileChannel channel;
        private final long length;

        Filed(Head head) {
            this.head = head;
            channel = head.file().getChannel();
            length = head.size();
        }

        @Override
        long length() {
            return length;
        }

        @Override
        int read(long at, byte[] to, int from, int count) throws IOException {
            int n = channel.read(ByteBuffer.wrap(to, from, Math.min(count, ONCE)), at);
            head.tell(n);
            return n;
        }
    }

    private static final class Kept extends ZipBytes {
        private final byte[] bytes;

        Kept(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        long length() {
            return bytes.length;
        }

        @Override
        int read(long at, byte[] to, int from, int count) {
            System.arraycopy(bytes, (int) at, to, from, count);
            return count;
        }
    }
}
