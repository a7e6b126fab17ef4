package lossctl.read.npy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import lossctl.data.Limits;
import lossctl.data.Refusal;
import lossctl.read.Bytes;
import lossctl.read.Head;

/** The arrays of a zip file, by their names; a zip that comes as a stream is kept in memory. */
final class Archive implements AutoCloseable {
    private static final String SUFFIX = ".npy";
    private static final int LARGEST = 1 << 30;
    private static final int ENTRIES = 65_536;

    private final Map<String, Bytes> entries = new LinkedHashMap<>();
    private final String file;
    private final Limits limits;
    private ZipFile zip;

    /**
     * Opens the archive that a head is of.
     *
     * @throws Refusal where it is no sound zip file
     */
    Archive(Head head, Limits limits) {
        file = head.name();
        this.limits = limits;
        boolean opened = false;
        try {
            if (head.file() != null) {
                zip = new ZipFile(file);
                list(head);
            } else {
                readAll(head);
            }
            opened = true;
        } catch (IOException e) {
            throw failure(file, e);
        } finally {
            if (!opened) {
                close();
            }
        }
        head.close();
    }

    /** What a failed read means: a zip that is broken, or a disk. */
    static Refusal failure(String file, IOException e) {
        return (e instanceof ZipException || e instanceof EOFException
                        ? new Refusal(Refusal.Code.MALFORMED, "not a sound zip file: " + e.getMessage())
                        : new Refusal(Refusal.Code.IO, "read failed: " + e.getMessage()))
                .in(file);
    }

    private void list(Head head) {
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            add(entry, new ZippedBytes(file, zip, entry, head));
        }
    }

    private void readAll(Head head) throws IOException {
        long total = 0;
        try (ZipInputStream in = new ZipInputStream(head.stream())) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readNBytes((int) (LARGEST - total));
                total += bytes.length;
                if (total == LARGEST) {
                    throw new Refusal(Refusal.Code.LIMIT, "arrays of more than 1 GiB in a stream")
                            .in(file)
                            .hint("read them from a plain file");
                }
                add(entry, new KeptBytes(file, bytes));
            }
        }
        if (entries.isEmpty()) {
            throw new ZipException("no arrays in it");
        }
    }

    private void add(ZipEntry entry, Bytes bytes) {
        String name = entry.getName();
        if (!name.endsWith(SUFFIX)) {
            return;
        }
        String array = name.substring(0, name.length() - SUFFIX.length());
        if (entries.put(array, bytes) != null) {
            throw new Refusal(Refusal.Code.AMBIGUOUS_COLUMN, "two arrays '" + array + "'").in(file);
        }
        if (entries.size() > ENTRIES) {
            throw new Refusal(Refusal.Code.LIMIT, "more than " + ENTRIES + " arrays").in(file);
        }
    }

    List<String> names() {
        return new ArrayList<>(entries.keySet());
    }

    /** Opens one of its arrays; {@code texts} says whether it may be one of texts. */
    NpyArray open(String name, boolean texts) {
        return new NpyArray(name, Head.of(entries.get(name)), limits, texts);
    }

    @Override
    public void close() {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                // Nothing was written, so nothing is lost.
            }
        }
    }

    /** An entry of a stream. */
    private record KeptBytes(String name, byte[] bytes) implements Bytes {
        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public ByteArrayInputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }
}
