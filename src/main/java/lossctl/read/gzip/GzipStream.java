package lossctl.read.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import lossctl.data.Refusal;

/**
 * Undoes gzip (RFC 1952): member after member until the file ends, each with its checksum and length compared, and its
 * header's checksum where it has one. A member that is cut and bytes that belong to no member are refused with their
 * offset.
 *
 * <p>Unlike {@link java.util.zip.GZIPInputStream}, which drops further members without a word when the stream below has
 * nothing ready at that moment, and junk behind a member in any case.
 */
public final class GzipStream extends InputStream {
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int EXTRA = 4;
    private static final int CHECKSUM = 2;
    private static final int RESERVED = 0xe0;

    private final String name;
    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[16 << 10];
    private int at;
    private int end;
    private long offset;
    private boolean inMember;
    private boolean ended;

    /** What {@code in} holds compressed, from its beginning; {@code name} is for messages. */
    public GzipStream(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        while (!ended && length > 0) {
            if (!inMember && !header()) {
                ended = true;
                break;
            }
            int n = inflate(to, from, length);
            checksum.update(to, from, n);
            if (inflater.finished()) {
                trailer();
            }
            if (n > 0) {
                return n;
            }
        }
        return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] to, int from, int length) throws IOException {
        try {
            int n = inflater.inflate(to, from, length);
            while (n == 0 && !inflater.finished()) {
                if (inflater.needsDictionary()) {
                    throw refusal("needs a dictionary");
                }
                if (at == end && !fill()) {
                    throw refusal("cut off");
                }
                inflater.setInput(buffer, at, end - at);
                at = end;
                n = inflater.inflate(to, from, length);
            }
            at = end - inflater.getRemaining();
            return n;
        } catch (DataFormatException e) {
            at = end - inflater.getRemaining();
            throw refusal(e.getMessage() == null ? "damaged" : "damaged: " + e.getMessage());
        }
    }

    /** Reads a member's header; false where the file ends before it. */
    private boolean header() throws IOException {
        boolean first = offset + at == 0;
        if (at == end && !fill()) {
            return false;
        }
        long start = offset + at;
        checksum.reset();
        if (next() != 0x1f || next() != 0x8b || next() != 8) {
            String what = first ? "not gzip" : "something behind the last member that is not gzip";
            throw new Refusal(Refusal.Code.MALFORMED, "gzip: " + what + ", at byte " + start).in(name);
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw refusal("unknown flags in a header");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() + (next() << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & CHECKSUM) != 0) {
            checkHeader();
        }
        inflater.reset();
        checksum.reset();
        inflater.setInput(buffer, at, end - at);
        at = end;
        inMember = true;
        return true;
    }

    /** Compares the two low bytes of the checksum of all before with those that follow. */
    private void checkHeader() throws IOException {
        long right = checksum.getValue() & 0xffff;
        if (right != (next() | next() << 8)) {
            throw refusal("wrong checksum of a header");
        }
    }

    private void trailer() throws IOException {
        at = end - inflater.getRemaining();
        long right = checksum.getValue();
        long sum = word();
        long length = word();
        if (sum != right) {
            throw refusal("wrong checksum");
        }
        if (length != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw refusal("wrong length");
        }
        inMember = false;
    }

    private long word() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // A text ends with a zero.
        }
    }

    /** The next byte of a header or behind a member; those of a header are summed up for its own checksum. */
    private int next() throws IOException {
        if (at == end && !fill()) {
            throw refusal("cut off");
        }
        checksum.update(buffer[at]);
        return buffer[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        offset += end;
        at = 0;
        end = 0;
        int n = in.read(buffer, 0, buffer.length);
        end = Math.max(n, 0);
        return n > 0;
    }

    private Refusal refusal(String what) {
        return new Refusal(Refusal.Code.MALFORMED, "gzip: " + what + ", at byte " + (offset + at)).in(name);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
