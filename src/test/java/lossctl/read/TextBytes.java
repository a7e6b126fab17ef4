package lossctl.read;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a test, in memory: like a file, or like a pipe that gives a few at a time and can be read once. */
public record TextBytes(String name, byte[] bytes, boolean isRepeatable) implements Bytes {

    /** A text that can be read again and again. */
    public static TextBytes of(String name, String text) {
        return new TextBytes(name, text.getBytes(StandardCharsets.UTF_8), true);
    }

    /** The same bytes as a pipe. */
    public TextBytes piped() {
        return new TextBytes("<stdin>", bytes, false);
    }

    @Override
    public InputStream open() {
        return isRepeatable
                ? new ByteArrayInputStream(bytes)
                : new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] to, int from, int length) {
                        return super.read(to, from, Math.min(length, 7));
                    }
                };
    }

    @Override
    public long size() {
        return isRepeatable ? bytes.length : -1;
    }
}
