package lossctl.read.npy;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import lossctl.data.Refusal;

/** What an entry of a zip holds; length and check sum are held against its bytes once the last of them was read. */
final class CheckedEntry extends FilterInputStream {
    private final String file;
    private final Directory.Entry entry;
    private final CRC32 crc = new CRC32();
    private long length;

    CheckedEntry(String file, InputStream in, Directory.Entry entry) {
        super(in);
        this.file = file;
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int count) throws IOException {
        int n;
        try {
            n = in.read(to, from, count);
        } catch (ZipException | EOFException e) {
            throw unsound(e.getMessage());
        }
        if (n > 0) {
            crc.update(to, from, n);
            length += n;
        }
        if (length > entry.length() || n < 0 && length < entry.length()) {
            throw unsound("'" + entry.name() + "' is not as long as the directory says");
        }
        if (n < 0 && crc.getValue() != entry.crc()) {
            throw unsound("a check sum is wrong");
        }
        return n;
    }

    private Refusal unsound(String reason) {
        return Archive.failure(file, new ZipException(reason));
    }
}
