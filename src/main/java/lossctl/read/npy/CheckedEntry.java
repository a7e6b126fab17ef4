package lossctl.read.npy;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import lossctl.data.Refusal;

/** What an entry of a zip holds; its check sum is held against its bytes once the last of them was read. */
final class CheckedEntry extends FilterInputStream {
    private final String name;
    private final CRC32 crc = new CRC32();
    private final long expected;

    CheckedEntry(String name, InputStream in, long expected) {
        super(in);
        this.name = name;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int n;
        try {
            n = in.read(to, from, length);
        } catch (ZipException | EOFException e) {
            throw unsound(e.getMessage());
        }
        if (n > 0) {
            crc.update(to, from, n);
        } else if (n < 0 && expected >= 0 && crc.getValue() != expected) {
            throw unsound("a check sum is wrong");
        }
        return n;
    }

    private Refusal unsound(String reason) {
        return Archive.failure(name, new ZipException(reason));
    }
}
