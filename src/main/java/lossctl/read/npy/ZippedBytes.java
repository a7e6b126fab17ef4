package lossctl.read.npy;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lossctl.read.Bytes;
import lossctl.read.Head;

/** An entry of a zip file; its check sum is held against its bytes once the last of them was read. */
record ZippedBytes(String name, ZipFile zip, ZipEntry entry, Head archive) implements Bytes {
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream open() {
        try {
            return new CheckedEntry(name, archive.counted(zip.getInputStream(entry)), entry.getCrc());
        } catch (IOException e) {
            throw Archive.failure(name, e);
        }
    }

    /** Unknown to its readers: they shall come to the end, where the check sum is held against the bytes. */
    @Override
    public long size() {
        return -1;
    }
}
