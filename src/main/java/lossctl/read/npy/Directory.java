package lossctl.read.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * What a zip holds, found by the directory at its end. Who reads from the front learns the length of an entry that was
 * written to a pipe too late, and never whether the end is missing.
 *
 * <p>Entries are told one by one and none is kept here, so that memory is for those that are wanted alone. What a
 * directory says of positions and lengths is held against the zip before anything is read by it.
 */
final class Directory {
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_LOCATOR = 0x07064b50;
    private static final int LARGE_EXTRA = 1;

    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int LARGE_END_LENGTH = 56;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int BUFFER = 64 << 10;

    /** What stands in 32 bits for a number that takes more, and is found elsewhere. */
    private static final long ELSEWHERE = 0xffff_ffffL;

    private final ZipBytes zip;
    /** Where the first entry is told of, and what stands behind the last. */
    private long start;

    private long stop;
    private long count;
    /** What positions are told from: something may stand before the first entry. */
    private long base;

    private final InputStream rest;
    private long at;
    private long told;

    /** Finds the directory of a zip. @throws ZipException where it is damaged or cut off */
    Directory(ZipBytes zip) throws IOException {
        this.zip = zip;
        find();
        if (start < 0 || start > stop || base < 0) {
            throw damaged();
        }
        at = start;
        rest = new BufferedInputStream(zip.stream(start, stop - start), BUFFER);
    }

    private void find() throws IOException {
        stop = end();
        ByteBuffer end = zip.take(stop, END_LENGTH);
        count = end.getShort(10) & 0xffff;
        long length = end.getInt(12) & ELSEWHERE;
        long offset = end.getInt(16) & ELSEWHERE;
        long locator = stop - LOCATOR_LENGTH;
        if (locator >= 0 && zip.take(locator, LOCATOR_LENGTH).getInt() == LARGE_LOCATOR) {
            stop = largeEnd(locator);
            end = zip.take(stop, LARGE_END_LENGTH);
            count = end.getLong(32);
            length = end.getLong(40);
            offset = end.getLong(48);
        }
        if (length < 0 || offset < 0) {
            throw damaged();
        }
        start = stop - length;
        base = start - offset;
    }

    /** Where the end of the directory is told, before a comment, which may hold what looks like one. */
    private long end() throws IOException {
        int tail = (int) Math.min(zip.length(), END_LENGTH + LONGEST_COMMENT);
        ByteBuffer bytes = zip.take(zip.length() - tail, tail);
        int last = tail - END_LENGTH;
        int nearest = -1;
        for (int i = last; i >= 0; i--) {
            if (bytes.getInt(i) == END) {
                nearest = nearest < 0 ? i : nearest;
                if (i + comment(bytes, i) == last) {
                    return zip.length() - tail + i;
                }
            }
        }
        // No comment ends with the zip, so something follows. An earlier end may be that of another zip, before this
        // one.
        if (nearest < 0 || nearest + comment(bytes, nearest) > last) {
            throw new ZipException("it is cut off");
        }
        return zip.length() - tail + nearest;
    }

    private static int comment(ByteBuffer bytes, int end) {
        return bytes.getShort(end + 20) & 0xffff;
    }

    /** Where it is told in 64 bits: right here, or, where more follows, at a place from the very first byte. */
    private long largeEnd(long locator) throws IOException {
        ByteBuffer told = zip.take(locator, LOCATOR_LENGTH);
        if (told.getInt(4) != 0 || (told.getInt(16) & ELSEWHERE) > 1) {
            throw new ZipException("it is a part of several");
        }
        long last = locator - LARGE_END_LENGTH;
        for (long place : new long[] {last, told.getLong(8)}) {
            if (place >= 0 && place <= last && zip.take(place, 4).getInt() == LARGE_END) {
                return place;
            }
        }
        throw damaged();
    }

    /**
     * An entry.
     *
     * @param flags bits that say how it was written
     * @param method 0 where it is stored, 8 where it is deflated
     * @param crc the check sum of what it holds
     * @param length how many bytes that are
     * @param packed how many they are as they are packed
     * @param header where its own header stands in the zip
     * @param limit where the directory begins, so that its bytes must end before
     */
    record Entry(String name, int flags, int method, long crc, long length, long packed, long header, long limit) {}

    /** The next entry, or null behind the last. @throws ZipException where it is damaged */
    Entry next() throws IOException {
        if (at == stop) {
            if (told != count) {
                throw damaged();
            }
            return null;
        }
        ByteBuffer entry = next(CENTRAL_LENGTH);
        if (entry.getInt(0) != CENTRAL) {
            throw damaged();
        }
        String name = text(next(entry.getShort(28) & 0xffff));
        ByteBuffer extra = next(entry.getShort(30) & 0xffff);
        next(entry.getShort(32) & 0xffff);
        told++;
        long length = entry.getInt(24) & ELSEWHERE;
        long packed = entry.getInt(20) & ELSEWHERE;
        long local = entry.getInt(42) & ELSEWHERE;
        if (length == ELSEWHERE || packed == ELSEWHERE || local == ELSEWHERE) {
            ByteBuffer large = large(extra);
            length = length == ELSEWHERE ? number(large) : length;
            packed = packed == ELSEWHERE ? number(large) : packed;
            local = local == ELSEWHERE ? number(large) : local;
        }
        if (length < 0 || packed < 0 || local < 0 || local > start - base) {
            throw damaged();
        }
        return new Entry(
                name,
                entry.getShort(8),
                entry.getShort(10) & 0xffff,
                entry.getInt(16) & ELSEWHERE,
                length,
                packed,
                base + local,
                start);
    }

    private ByteBuffer next(int length) throws IOException {
        byte[] bytes = rest.readNBytes(length);
        if (bytes.length < length) {
            throw damaged();
        }
        at += length;
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The numbers of 64 bits among the extra fields; none where there are no such. */
    private static ByteBuffer large(ByteBuffer extra) throws ZipException {
        while (extra.remaining() >= 4) {
            int kind = extra.getShort();
            int length = extra.getShort() & 0xffff;
            if (length > extra.remaining()) {
                throw damaged();
            }
            if (kind == LARGE_EXTRA) {
                return extra.limit(extra.position() + length);
            }
            extra.position(extra.position() + length);
        }
        throw damaged();
    }

    private static long number(ByteBuffer large) throws ZipException {
        if (large.remaining() < Long.BYTES) {
            throw damaged();
        }
        return large.getLong();
    }

    private static String text(ByteBuffer name) throws ZipException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(name).toString();
        } catch (CharacterCodingException e) {
            throw new ZipException("a name in it is not UTF-8");
        }
    }

    static ZipException damaged() {
        return new ZipException("its directory is damaged");
    }
}
