package lossctl.read.zstd;

import java.io.IOException;
import java.io.InputStream;
import lossctl.data.Refusal;

/**
 * Walks through the frames of a Zstandard file (RFC 8878) and gives the bytes of one after the other, undecoded: {@link
 * #next} opens a frame, {@link #read} ends with it. Frames that are to be skipped are skipped; a file that is cut and
 * bytes that belong to no frame are refused with their offset.
 *
 * <p>The decoder does not do that: cut within the first four bytes of a frame, a file just ends for it.
 */
final class Frames extends InputStream {
    /** The largest window, which is what every decoder is asked to take. */
    static final long WINDOW = 8 << 20;

    private static final long MAGIC = 0xfd2fb528L;
    private static final long SKIPPABLE = 0x184d2a50L;
    private static final int RLE = 1;

    private final String name;
    private final InputStream in;
    private final byte[] buffer = new byte[64 << 10];
    private int at;
    private int end;
    private long offset;
    private long start;
    private boolean inFrame;
    private boolean lastBlock;
    private boolean checked;
    private long contentSize;
    private int left;

    Frames(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** Opens the next frame; false where the file ends before it. */
    boolean next() throws IOException {
        while (has(1)) {
            start = offset + at;
            require(4);
            long magic = number(at, 4);
            if (magic == MAGIC) {
                header();
                return true;
            }
            if ((magic & ~0xfL) != SKIPPABLE) {
                String what = start == 0 ? "not zstd" : "something behind the last frame that is not zstd";
                throw new Refusal(Refusal.Code.MALFORMED, "zstd: " + what + ", at byte " + start).in(name);
            }
            require(8);
            pass(8 + number(at + 4, 4));
        }
        return false;
    }

    private void header() throws IOException {
        require(5);
        int descriptor = buffer[at + 4] & 0xff;
        boolean single = (descriptor & 0x20) != 0;
        int dictionary = (1 << (descriptor & 3)) >> 1;
        int size = descriptor >> 6 == 0 ? single ? 1 : 0 : 1 << (descriptor >> 6);
        int header = 5 + (single ? 0 : 1) + dictionary + size;
        require(header);
        if ((descriptor & 8) != 0) {
            throw refusal("unknown flags in a header");
        }
        if (number(at + header - size - dictionary, dictionary) != 0) {
            throw refusal("needs a dictionary");
        }
        contentSize = size == 0 ? -1 : number(at + header - size, size) + (size == 2 ? 256 : 0);
        long window = single ? contentSize : window(buffer[at + 5] & 0xff);
        if (window < 0 || window > WINDOW) {
            throw new Refusal(Refusal.Code.LIMIT, "zstd: a window of more than 8 MiB, at byte " + start)
                    .in(name)
                    .hint("pack it without --ultra and --long");
        }
        checked = (descriptor & 4) != 0;
        left = header;
        lastBlock = false;
        inFrame = true;
    }

    private static long window(int descriptor) {
        long base = 1L << (10 + (descriptor >> 3));
        return base + base / 8 * (descriptor & 7);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (left == 0 && !block()) {
            return -1;
        }
        require(1);
        int n = Math.min(length, Math.min(left, end - at));
        System.arraycopy(buffer, at, to, from, n);
        at += n;
        left -= n;
        return n;
    }

    /** Finds how far the next block goes, or what comes behind the last one; false at the end of the frame. */
    private boolean block() throws IOException {
        if (inFrame && !lastBlock) {
            require(3);
            int header = (int) number(at, 3);
            lastBlock = (header & 1) != 0;
            left = 3 + ((header >> 1 & 3) == RLE ? 1 : header >> 3);
        } else if (inFrame && checked) {
            checked = false;
            left = 4;
        } else {
            inFrame = false;
        }
        return inFrame;
    }

    /** Whether a frame is open whose end was not read. */
    boolean isInFrame() {
        return inFrame;
    }

    /** How long the open frame says that its content is; -1 where it does not. */
    long contentSize() {
        return contentSize;
    }

    /** Something that is wrong with the open frame. */
    Refusal damaged(String what) {
        return new Refusal(Refusal.Code.MALFORMED, "zstd: " + what + ", in the frame at byte " + start).in(name);
    }

    private long number(int from, int bytes) {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | buffer[from + i] & 0xff;
        }
        return number;
    }

    private void pass(long count) throws IOException {
        for (long rest = count; rest > 0; ) {
            require(1);
            int n = (int) Math.min(rest, end - at);
            at += n;
            rest -= n;
        }
    }

    private void require(int count) throws IOException {
        if (!has(count)) {
            at = end;
            throw refusal("cut off");
        }
    }

    /** Whether so many bytes could be had. */
    private boolean has(int count) throws IOException {
        if (end - at < count && at > 0) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            offset += at;
            end -= at;
            at = 0;
        }
        while (end - at < count) {
            int n = in.read(buffer, end, buffer.length - end);
            if (n < 0) {
                return false;
            }
            end += n;
        }
        return true;
    }

    private Refusal refusal(String what) {
        return new Refusal(Refusal.Code.MALFORMED, "zstd: " + what + ", at byte " + (offset + at)).in(name);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
