package lossctl.read.npy;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import lossctl.data.Limits;
import lossctl.data.Refusal;
import lossctl.read.Bytes;
import lossctl.read.Head;

/** The arrays of a zip file, by their names. */
final class Archive implements AutoCloseable {
    private static final String SUFFIX = ".npy";
    private static final int ENTRIES = 65_536;

    private final Map<String, Bytes> entries = new LinkedHashMap<>();
    private final String file;
    private final Limits limits;
    private final Head head;

    /**
     * Opens the archive that a head is of, which it closes when it is closed.
     *
     * @throws Refusal where it is no sound zip file
     */
    Archive(Head head, Limits limits) {
        file = head.name();
        this.head = head;
        this.limits = limits;
        try {
            ZipBytes zip = ZipBytes.of(head);
            Directory directory = new Directory(zip);
            for (Directory.Entry entry = directory.next(); entry != null; entry = directory.next()) {
                add(entry.name(), new ArchivedBytes(file, zip, entry));
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
        if (entries.isEmpty()) {
            throw new Refusal(Refusal.Code.MALFORMED, "a ZIP archive without .npy arrays, which is not read here")
                    .in(file)
                    .hint("unzip -p gives a file in it to a pipe");
        }
    }

    /** What a failed read means: a zip that is broken, or a disk. */
    static Refusal failure(String file, IOException e) {
        return (e instanceof ZipException || e instanceof EOFException
                        ? new Refusal(Refusal.Code.MALFORMED, "not a sound zip file: " + reason(e))
                        : new Refusal(Refusal.Code.IO, "read failed: " + e.getMessage()))
                .in(file);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "it is cut off" : e.getMessage();
    }

    private void add(String entry, Bytes bytes) {
        if (!entry.endsWith(SUFFIX)) {
            return;
        }
        String array = entry.substring(0, entry.length() - SUFFIX.length());
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
        head.close();
    }
}
