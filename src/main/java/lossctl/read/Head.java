package lossctl.read;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import lossctl.data.Refusal;

/**
 * Bytes that have been opened, and the first of them read: enough to tell the format, and as many more as a header
 * takes. Gzip and Zstandard are undone on the way.
 *
 * <p>Used by one thread. Closing it closes what it opened, unless that was handed on by {@link #stream} or to a
 * {@link Feed}, which then closes it.
 */
public final class Head implements Bytes, AutoCloseable {
    private static final int FIRST = 64 << 10;
    private static final int PAD = 8;
    private static final int SHORT = 2048;
    /** A buffer that this thread's next head may have: of thousands of small files, each is read into the same two. */
    private static final ThreadLocal<byte[]> SPARE = new ThreadLocal<>();

    private final String name;
    private final InputStream rest;
    private final long size;
    private final boolean unpacked;
    private byte[] bytes;
    private int length;
    private boolean whole;

    private Head(String name, InputStream rest, long size, boolean unpacked) {
        this.name = name;
        this.rest = rest;
        this.size = size;
        this.unpacked = unpacked;
        bytes = buffer(PAD + (size < 0 ? FIRST : (int) Math.min(FIRST, size + 1)));
    }

    private static byte[] buffer(int length) {
        byte[] spare = SPARE.get();
        if (spare == null || spare.length < length) {
            return new byte[length];
        }
        SPARE.remove();
        return spare;
    }

    /** Gives the buffer of a chunk that is not used any more to the next head of this thread. */
    public static void reuse(Chunk chunk) {
        if (chunk.bytes().length <= PAD + FIRST) {
            SPARE.set(chunk.bytes());
        }
    }

    /**
     * Opens the bytes and reads the first of them.
     *
     * @param source the bytes; a head comes back as it is
     * @throws Refusal where they cannot be opened or read, or are in UTF-16 or UTF-32
     */
    public static Head of(Bytes source) {
        if (source instanceof Head opened) {
            return opened;
        }
        Head head = new Head(source.name(), source.open(), source.size(), false);
        try {
            head.more();
            InputStream undone = Packed.undone(head);
            if (undone != null) {
                head = new Head(head.name, undone, -1, true);
                head.more();
            }
            ByteOrderMark.refuse(head);
            return head;
        } catch (RuntimeException e) {
            head.close();
            throw e;
        }
    }

    /** Reads on until the buffer is full, twice as large as before if it was; false where there is nothing more. */
    public boolean more() {
        if (whole) {
            return false;
        }
        if (length == bytes.length - PAD) {
            bytes = Arrays.copyOf(bytes, 2 * length + PAD);
        }
        int before = length;
        int room = bytes.length - PAD;
        try {
            while (length < room && !whole) {
                int n = rest.read(bytes, length, room - length);
                whole = n < 0 || n + length == size;
                length += Math.max(n, 0);
            }
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.IO, "read failed: " + e.getMessage()).in(name);
        }
        if (whole && length < SHORT && bytes.length > 2 * SHORT) {
            bytes = Arrays.copyOf(bytes, length + PAD); // A short buffer is read without what a long one is worth.
        }
        return length > before;
    }

    /** Whether the bytes begin with these. */
    public boolean startsWith(int... magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** What was read so far: the first {@link #length} of it count, eight more may be read. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes were read so far. */
    public int length() {
        return length;
    }

    /** Whether what was read is all there is. */
    public boolean isWhole() {
        return whole;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public long size() {
        return size;
    }

    /** All bytes from the first; to be called once. */
    @Override
    public InputStream open() {
        return stream();
    }

    /** All bytes from the first; to be called once. */
    public InputStream stream() {
        return new HeadStream(this, rest);
    }

    /** Whether the bytes come out of a packed file, which takes time. */
    boolean isUnpacked() {
        return unpacked;
    }

    /** What comes behind the bytes that were read. */
    InputStream rest() {
        return rest;
    }

    /** The file itself, for reads at any position; null where this is no plain file. */
    public FileInputStream file() {
        return size >= 0 && rest instanceof FileInputStream in ? in : null;
    }

    /** Says that so many bytes were read at a position of the {@link #file}. */
    public void tell(int count) {
        if (rest instanceof MeteredFile file) {
            file.tell(count);
        }
    }

    @Override
    public void close() {
        try {
            rest.close();
        } catch (IOException e) {
            // Nothing was written, so nothing is lost.
        }
    }
}
