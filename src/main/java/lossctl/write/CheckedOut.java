package lossctl.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lossctl.data.Refusal;
import lossctl.num.DecimalWriter;

/**
 * An output whose failures cannot be overlooked: what is written is buffered here, and the first failed write ends it
 * with {@link BrokenPipe} or a {@link Refusal}. After that, and after {@link #finish}, everything written is dropped:
 * the failure was told once. For one thread.
 */
public final class CheckedOut {
    private static final int SIZE = 1 << 16;

    private final OutputStream raw;
    private final String name;
    private byte[] buffer = new byte[1 << 10];
    private int size;
    private boolean over;
    private boolean failed;

    private CheckedOut(OutputStream raw, String name) {
        this.raw = raw;
        this.name = name;
    }

    /**
     * An output on a stream that need not be buffered.
     *
     * @param name as in messages: {@code <stdout>}, or a path
     */
    public static CheckedOut to(OutputStream raw, String name) {
        return new CheckedOut(raw, name);
    }

    /** Writes bytes {@code from} (inclusive) to {@code to} (exclusive). */
    public void write(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > SIZE) {
            flushBuffer();
            send(bytes, from, length);
            return;
        }
        reserve(length);
        System.arraycopy(bytes, from, buffer, size, length);
        size += length;
    }

    /** Writes a text in UTF-8. */
    public void text(String s) {
        text(s, 0, s.length());
    }

    /** Writes the characters {@code from} (inclusive) to {@code to} (exclusive) of a text. */
    void text(String s, int from, int to) {
        int length = to - from;
        if (length > SIZE) {
            encoded(s.substring(from, to));
            return;
        }
        reserve(length);
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            if (c >= 0x80) {
                encoded(s.substring(i, to));
                return;
            }
            buffer[size++] = (byte) c;
        }
    }

    private void encoded(String s) {
        byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    /** Writes a text and ends the line. */
    public void line(String s) {
        text(s);
        ascii('\n');
    }

    /** Writes one ASCII character. */
    void ascii(char c) {
        reserve(1);
        buffer[size++] = (byte) c;
    }

    /** Writes the shortest text of a number. */
    void number(double x) {
        reserve(DecimalWriter.LONGEST);
        size = DecimalWriter.write(x, buffer, size);
    }

    /** Writes a whole number. */
    void integer(long n) {
        if (n < 0 || n >= 10) {
            text(Long.toString(n));
        } else {
            ascii((char) ('0' + n));
        }
    }

    /** Whether a write has failed: then what was written is not all there. */
    boolean hasFailed() {
        return failed;
    }

    /** Hands everything on to the stream. */
    public void flush() {
        flushBuffer();
        if (!over) {
            try {
                raw.flush();
            } catch (IOException e) {
                throw failure(e);
            }
        }
    }

    /** Writes what is left and closes the stream: only then is it sure that all of it was taken. */
    public void finish() {
        flush();
        if (!over) {
            try {
                over = true;
                raw.close();
            } catch (IOException e) {
                throw failure(e);
            }
        }
    }

    private void reserve(int length) {
        if (buffer.length - size >= length) {
            return;
        }
        if (size + length > SIZE) {
            flushBuffer();
        }
        if (buffer.length < length || buffer.length < SIZE && size > 0) {
            buffer = Arrays.copyOf(buffer, Math.min(SIZE, Math.max(2 * buffer.length, size + length)));
        }
    }

    private void flushBuffer() {
        int length = size;
        size = 0;
        send(buffer, 0, length);
    }

    private void send(byte[] bytes, int from, int length) {
        if (over || length == 0) {
            return;
        }
        try {
            raw.write(bytes, from, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private RuntimeException failure(IOException e) {
        over = true;
        failed = true;
        return WriteFailure.of(e, name);
    }
}
