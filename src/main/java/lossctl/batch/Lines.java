package lossctl.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import lossctl.data.Refusal;

/** The lines of a stream, one by one: never waits for more than the end of the next. */
final class Lines {
    private static final int PIECE = 1 << 16;

    private final InputStream in;
    private final long longest;
    private byte[] bytes = new byte[PIECE];
    private int from;
    private int to;
    private int end;
    private boolean over;

    Lines(InputStream in, long longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * Goes to the next line.
     *
     * @return false where there is none
     * @throws Refusal where it is too long; it is then passed over
     */
    boolean next() {
        from = to;
        int seen = from;
        while (true) {
            for (; seen < end; seen++) {
                if (bytes[seen] == '\n') {
                    end(seen);
                    return true;
                }
            }
            if (over) {
                end(seen);
                to = end;
                return from < end;
            }
            if (seen - from > longest) {
                passOver();
                throw new Refusal(Refusal.Code.LIMIT, "a request of more than " + longest + " bytes")
                        .hint("--max-request");
            }
            seen -= fill();
        }
    }

    private int lineEnd;

    private void end(int at) {
        lineEnd = at > from && bytes[at - 1] == '\r' ? at - 1 : at;
        to = Math.min(at + 1, Math.max(end, at));
    }

    /** Reads on; returns by how much what is there was moved. */
    private int fill() {
        int moved = 0;
        if (end == bytes.length) {
            if (from > 0) {
                moved = from;
                System.arraycopy(bytes, from, bytes, 0, end - from);
                end -= from;
                from = 0;
            } else {
                bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length));
            }
        }
        try {
            int count = in.read(bytes, end, bytes.length - end);
            over = count < 0;
            end += Math.max(0, count);
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.IO, "read failed: " + e.getMessage());
        }
        return moved;
    }

    private void passOver() {
        from = end;
        while (true) {
            for (int at = from; at < end; at++) {
                if (bytes[at] == '\n') {
                    to = at + 1;
                    return;
                }
            }
            if (over) {
                to = end;
                return;
            }
            from = 0;
            end = 0;
            fill();
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the line begins. */
    int from() {
        return from;
    }

    /** Where the line ends, without its end of line. */
    int to() {
        return lineEnd;
    }

    boolean isBlank() {
        for (int at = from; at < lineEnd; at++) {
            if (bytes[at] != ' ' && bytes[at] != '\t') {
                return false;
            }
        }
        return true;
    }
}
