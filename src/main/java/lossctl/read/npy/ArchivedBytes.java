package lossctl.read.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import lossctl.read.Bytes;

/** An entry of a zip, unpacked; it is held against what the directory says of it once the last byte was read. */
record ArchivedBytes(String name, ZipBytes zip, Directory.Entry entry) implements Bytes {
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 1 | 1 << 6;
    private static final int PATCH = 1 << 5;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int BUFFER = 64 << 10;

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream open() {
        try {
            checkPacking();
            InputStream packed = zip.stream(start(), entry.packed());
            return new CheckedEntry(name, entry.method() == STORED ? packed : new Inflating(packed, entry), entry);
        } catch (IOException e) {
            throw Archive.failure(name, e);
        }
    }

    private void checkPacking() throws ZipException {
        if ((entry.flags() & ENCRYPTED) != 0) {
            throw new ZipException("it is encrypted");
        }
        if ((entry.flags() & PATCH) != 0) {
            throw new ZipException("it is a patch, which is not applied");
        }
        if (entry.method() != STORED && entry.method() != DEFLATED) {
            throw new ZipException(
                    "it is packed by method " + entry.method() + ", and only " + DEFLATED + " (deflate) is undone");
        }
    }

    /** Where its bytes begin: behind a header of its own, which repeats the name. */
    private long start() throws IOException {
        ByteBuffer header = zip.take(entry.header(), LOCAL_LENGTH);
        int length = header.getShort(26) & 0xffff;
        byte[] own = zip.take(entry.header() + LOCAL_LENGTH, length).array();
        long start = entry.header() + LOCAL_LENGTH + length + (header.getShort(28) & 0xffff);
        if (header.getInt(0) != LOCAL
                || !entry.name().equals(new String(own, StandardCharsets.UTF_8))
                || entry.packed() > entry.limit() - start) {
            throw Directory.damaged();
        }
        return start;
    }

    /** Unknown to its readers: they shall come to the end, where it is held against the directory. */
    @Override
    public long size() {
        return -1;
    }

    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream in, Directory.Entry entry) {
            super(in, new Inflater(true), (int) Math.max(1, Math.min(BUFFER, entry.packed())));
        }

        @Override
        public void close() {
            inf.end();
        }
    }
}
