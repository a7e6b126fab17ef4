package lossctl.read.zstd;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import lossctl.data.Refusal;

/**
 * Undoes Zstandard (RFC 8878): frame after frame until the file ends, each with its checksum and its length compared
 * where it has them. A frame that is cut and bytes that belong to no frame are refused with their offset; windows of
 * more than 8 MiB, which only the packer's {@code --ultra} and {@code --long} make, are past the limit.
 */
public final class ZstdStream extends InputStream {
    private final Frames frames;
    private final ZstdInputStream decoder;
    private boolean open;
    private long produced;

    /** What {@code in} holds compressed, from its beginning; {@code name} is for messages. */
    public ZstdStream(String name, InputStream in) {
        frames = new Frames(name, in);
        decoder = new ZstdInputStream(frames);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        while (length > 0 && (open || next())) {
            int n = decode(to, from, length);
            if (n > 0) {
                produced += n;
                return n;
            }
            if (frames.contentSize() >= 0 && produced != frames.contentSize()) {
                throw frames.damaged("wrong length");
            }
            open = false;
        }
        return length == 0 ? 0 : -1;
    }

    private boolean next() throws IOException {
        open = frames.next();
        produced = 0;
        return open;
    }

    /** The next bytes of the open frame; -1 at its end. The decoder tells of damage by exceptions of many kinds. */
    private int decode(byte[] to, int from, int length) throws IOException {
        try {
            return decoder.read(to, from, length);
        } catch (Refusal e) {
            throw e;
        } catch (IOException e) {
            if (frames.isInFrame()) {
                throw e; // The file's own failure; else it wants more than the frame has.
            }
            throw frames.damaged("damaged");
        } catch (RuntimeException e) {
            String reason = e.getMessage();
            boolean checksum = reason != null && reason.startsWith("Bad checksum");
            throw frames.damaged(checksum ? "wrong checksum" : "damaged");
        }
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }
}
