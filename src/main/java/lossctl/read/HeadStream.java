package lossctl.read;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a head, then those behind it. */
final class HeadStream extends InputStream {
    private final Head head;
    private final InputStream rest;
    private int at;

    HeadStream(Head head, InputStream rest) {
        this.head = head;
        this.rest = rest;
    }

    @Override
    public int read() throws IOException {
        return at < head.length() ? head.bytes()[at++] & 0xff : head.isWhole() ? -1 : rest.read();
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (at == head.length()) {
            return head.isWhole() && length > 0 ? -1 : rest.read(to, from, length);
        }
        int n = Math.min(length, head.length() - at);
        System.arraycopy(head.bytes(), at, to, from, n);
        at += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
