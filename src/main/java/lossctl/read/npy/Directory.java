package lossctl.read.npy;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * What a zip in memory holds, found by the directory at its end as in a file. Who reads from the front learns the length
 * of an entry that was written to a pipe too late, and never whether the end is missing.
 */
final class Directory {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_LOCATOR = 0x07064b50;
    private static final int LARGE_EXTRA = 1;

    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LONGEST_COMMENT = 0xffff;

    /** What stands in 32 bits for a number that takes more, and is found elsewhere. */
    private static final long ELSEWHERE = 0xffff_ffffL;

    private final ByteBuffer zip;
    private long base;

    private Directory(byte[] bytes) {
        zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * An entry.
     *
     * @param method 0 where it is stored, 8 where it is deflated
     * @param crc the check sum of what it holds
     * @param from where its bytes begin
     * @param length how many they are, as they are packed
     */
    record Entry(String name, int method, long crc, int from, int length) {}

    /** The entries of a zip. @throws ZipException where it is damaged, cut off or encrypted */
    static List<Entry> of(byte[] bytes) throws ZipException {
        try {
            return new Directory(bytes).entries();
        } catch (ArithmeticException
                | BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            throw damaged();
        }
    }

    private List<Entry> entries() throws ZipException {
        int end = end();
        int stop = end;
        long count = zip.getShort(end + 10) & 0xffff;
        long length = zip.getInt(end + 12) & ELSEWHERE;
        long offset = zip.getInt(end + 16) & ELSEWHERE;
        int locator = end - LOCATOR_LENGTH;
        boolean large = count == 0xffff || length == ELSEWHERE || offset == ELSEWHERE;
        if (large && locator >= 0 && zip.getInt(locator) == LARGE_LOCATOR) {
            stop = Math.toIntExact(zip.getLong(locator + 8));
            if (zip.getInt(stop) != LARGE_END) {
                throw damaged();
            }
            count = zip.getLong(stop + 32);
            length = zip.getLong(stop + 40);
            offset = zip.getLong(stop + 48);
        }
        if (length < 0 || length > stop || offset < 0 || offset > stop - length) {
            throw damaged();
        }
        // Something may stand before the first entry.
        base = stop - length - offset;
        zip.position((int) (stop - length));
        List<Entry> entries = new ArrayList<>();
        while (zip.position() < stop) {
            entries.add(entry());
        }
        if (entries.size() != count || zip.position() != stop) {
            throw damaged();
        }
        return entries;
    }

    /** Where the end of the directory is told, before a comment, which may hold what looks like one. */
    private int end() throws ZipException {
        int last = zip.capacity() - END_LENGTH;
        int fitting = -1;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END) {
                int stop = at + (zip.getShort(at + 20) & 0xffff);
                if (stop == last) {
                    return at;
                }
                fitting = stop < last && fitting < 0 ? at : fitting;
            }
        }
        if (fitting < 0) {
            throw new ZipException("it is cut off");
        }
        return fitting;
    }

    private Entry entry() throws ZipException {
        int at = zip.position();
        if (zip.getInt(at) != CENTRAL) {
            throw damaged();
        }
        if ((zip.getShort(at + 8) & 1) != 0) {
            throw new ZipException("it is encrypted");
        }
        int method = zip.getShort(at + 10);
        if (method != 0 && method != 8) {
            throw new ZipException("it is packed by method " + method + ", and only 8 (deflate) is undone");
        }
        byte[] name = new byte[zip.getShort(at + 28) & 0xffff];
        int extra = at + CENTRAL_LENGTH + name.length;
        int comment = extra + (zip.getShort(at + 30) & 0xffff);
        zip.position(at + CENTRAL_LENGTH).get(name);
        zip.position(comment + (zip.getShort(at + 32) & 0xffff));

        long length = zip.getInt(at + 20) & ELSEWHERE;
        long local = zip.getInt(at + 42) & ELSEWHERE;
        int large = length == ELSEWHERE || local == ELSEWHERE ? largeExtra(extra, comment) : 0;
        if (large > 0) {
            large += (zip.getInt(at + 24) & ELSEWHERE) == ELSEWHERE ? 8 : 0;
            if (length == ELSEWHERE) {
                length = zip.getLong(large);
                large += 8;
            }
            local = local == ELSEWHERE ? zip.getLong(large) : local;
        }
        int header = Math.toIntExact(Math.addExact(base, local));
        if (zip.getInt(header) != LOCAL) {
            throw damaged();
        }
        int from = header + LOCAL_LENGTH + (zip.getShort(header + 26) & 0xffff) + (zip.getShort(header + 28) & 0xffff);
        if (length < 0 || length > zip.capacity() - from) {
            throw damaged();
        }
        return new Entry(
                new String(name, StandardCharsets.UTF_8), method, zip.getInt(at + 16) & ELSEWHERE, from, (int) length);
    }

    /** Where numbers of 64 bits begin among the extra fields; 0 where there are none. */
    private int largeExtra(int from, int to) {
        for (int at = from; at + 4 <= to; at += 4 + (zip.getShort(at + 2) & 0xffff)) {
            if (zip.getShort(at) == LARGE_EXTRA) {
                return at + 4;
            }
        }
        return 0;
    }

    private static ZipException damaged() {
        return new ZipException("its directory is damaged");
    }
}
