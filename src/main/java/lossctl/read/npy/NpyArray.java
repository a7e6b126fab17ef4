package lossctl.read.npy;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import lossctl.data.Limits;
import lossctl.data.Refusal;
import lossctl.read.Head;

/**
 * One array: its header, and its rows, some at a time. A file is read at any position by several threads; a stream in
 * order, by one at a time.
 */
final class NpyArray implements AutoCloseable {
    private static final int LARGEST = Integer.MAX_VALUE - 64;

    private final String name;
    private final Head head;
    private final NpyHeader header;
    private final FileChannel channel;
    private final InputStream stream;
    private byte[] whole;

    /**
     * Opens an array.
     *
     * @param name its name among other arrays
     * @param texts whether it may hold texts
     * @throws Refusal with the file's name
     */
    NpyArray(String name, Head head, Limits limits, boolean texts) {
        this.name = name;
        this.head = head;
        try {
            header = NpyHeader.of(head, limits, texts);
            FileInputStream file = head.file();
            channel = file == null ? null : file.getChannel();
            if (head.size() >= 0) {
                checkLength(head.size() - header.start());
            }
            stream = channel == null ? head.stream() : null;
            if (stream != null) {
                skipHeader();
                whole = header.isScattered() ? readWhole() : null;
            }
        } catch (IOException e) {
            throw Archive.failure(head.name(), e);
        } catch (Refusal refusal) {
            throw refusal.in(head.name());
        }
    }

    private void checkLength(long there) {
        if (there != header.length()) {
            throw new Refusal(
                    Refusal.Code.MALFORMED,
                    "holds " + there + " bytes of numbers, but its header speaks of " + header.length());
        }
    }

    private void skipHeader() throws IOException {
        if (stream.readNBytes(header.start()).length < header.start()) {
            throw new Refusal(Refusal.Code.IO, "became shorter while it was read");
        }
    }

    private byte[] readWhole() throws IOException {
        if (header.length() > LARGEST) {
            throw new Refusal(Refusal.Code.LIMIT, "an array in Fortran order of more than 2 GiB in a stream")
                    .hint("read it from a plain file");
        }
        byte[] all = stream.readNBytes((int) header.length());
        checkLength(all.length);
        checkEnd();
        return all;
    }

    /** Refuses rows that hold no values: there is nothing to compute from. */
    void refuseEmptyRows() {
        if (header.rows() > 0 && header.width() == 0) {
            throw new Refusal(Refusal.Code.EMPTY, "'" + name + "' has rows without values").in(head.name());
        }
    }

    String name() {
        return name;
    }

    String file() {
        return head.name();
    }

    NpyHeader header() {
        return header;
    }

    /** Whether its rows come in order only. */
    boolean isSequential() {
        return channel == null && whole == null;
    }

    /** Whether it is read from a file, at any position. */
    boolean isFile() {
        return channel != null;
    }

    /** The next rows of a stream: bytes of {@code rows} whole rows. */
    void readNext(int rows, ByteBuffer into) {
        int length = rows * header.width() * header.type().size();
        try {
            int n = stream.readNBytes(into.array(), 0, length);
            if (n < length) {
                throw new Refusal(Refusal.Code.MALFORMED, "ends before its numbers do").in(file());
            }
        } catch (IOException e) {
            throw Archive.failure(file(), e);
        }
    }

    /** Refuses what follows the last row of a stream. */
    void checkEnd() {
        try {
            if (stream != null && stream.read() >= 0) {
                throw new Refusal(Refusal.Code.MALFORMED, "something follows its numbers").in(file());
            }
        } catch (IOException e) {
            throw Archive.failure(file(), e);
        }
    }

    /** Rows from {@code first} of an array that is not sequential, a number after the other in each plane. */
    void readAt(long first, int rows, ByteBuffer into) {
        int size = header.type().size();
        if (!header.isScattered()) {
            long row = (long) header.width() * size;
            read(first * row, into, 0, (int) (rows * row));
            return;
        }
        for (int plane = 0; plane < header.width(); plane++) {
            read((plane * header.rows() + first) * size, into, plane * rows * size, rows * size);
        }
    }

    private void read(long position, ByteBuffer into, int from, int length) {
        if (whole != null) {
            System.arraycopy(whole, (int) position, into.array(), from, length);
            return;
        }
        ByteBuffer target = into.limit(from + length).position(from);
        try {
            while (target.hasRemaining()) {
                if (channel.read(target, header.start() + position + length - target.remaining()) < 0) {
                    throw new Refusal(Refusal.Code.IO, "became shorter while it was read").in(file());
                }
            }
        } catch (IOException e) {
            throw Archive.failure(file(), e);
        }
        head.tell(length);
    }

    /** Rows that were read become doubles, {@code stride} apart, from {@code offset} on. */
    void convert(ByteBuffer from, int rows, double[] to, int offset, int stride) {
        int width = header.width();
        NpyType type = header.type();
        ByteBuffer bytes = from.clear();
        if (!header.isScattered()) {
            if (stride == width) {
                type.convert(bytes, to, offset, 1, rows * width);
                return;
            }
            for (int row = 0; row < rows; row++) {
                bytes.position(row * width * type.size());
                type.convert(bytes, to, offset + row * stride, 1, width);
            }
            return;
        }
        int[] planes = header.planes();
        for (int i = 0; i < width; i++) {
            bytes.position(planes[i] * rows * type.size());
            type.convert(bytes, to, offset + i, stride, rows);
        }
    }

    /** Rows of one value each that were read become texts. */
    void texts(ByteBuffer from, int rows, String[] to) {
        for (int row = 0; row < rows; row++) {
            to[row] = header.type().text(from, row * header.type().size());
        }
    }

    @Override
    public void close() {
        head.close();
    }
}
