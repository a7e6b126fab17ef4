package lossctl.read.npy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import lossctl.read.Bytes;

/** An entry of a zip in memory; its check sum is held against its bytes once the last of them was read. */
record KeptBytes(String name, byte[] zip, Directory.Entry entry) implements Bytes {
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream open() {
        InputStream packed = new ByteArrayInputStream(zip, entry.from(), entry.length());
        InputStream in = entry.method() == 0 ? packed : new Inflating(packed);
        return new CheckedEntry(name, in, entry.crc());
    }

    /** Unknown to its readers, as that of {@link ZippedBytes}. */
    @Override
    public long size() {
        return -1;
    }

    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream in) {
            super(in, new Inflater(true));
        }

        @Override
        public void close() {
            inf.end();
        }
    }
}
