package lossctl.read.zstd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import lossctl.data.Refusal;
import org.junit.jupiter.api.Test;

/** Frames that the reference program wrote (zstd 1.5.4), whole, cut at every byte, damaged at every byte. */
class ZstdStreamTest {
    private static final byte[] TEXT = ascii("y_true,y_pred\n1,2\n3,4.5\n");
    /** {@code zstd -19 -c FILE}: with checksum and length. */
    private static final byte[] FRAME = bytes("KLUv/SQYwQAAeV90cnVlLHlfcHJlZAoxLDIKMyw0LjUK9z+u/g==");
    /** {@code zstd --no-check < FILE}: from a pipe, with neither. */
    private static final byte[] STREAMED = bytes("KLUv/QBYwQAAeV90cnVlLHlfcHJlZAoxLDIKMyw0LjUK");
    /** Nothing, packed. */
    private static final byte[] EMPTY = bytes("KLUv/SQAAQAAmenYUQ==");
    /** 60 lines in a compressed block. */
    private static final byte[] LINES =
            bytes("KLUv/WR7AJUDAEKJEwqgPdBjKu5/aRUCfSSIqTnoE6tvV8WUgz6x+rVLTDnoE+v4dokpB33Sx8H6EBj3YfA+DHYfB9XH"
                    + "gLgPBOqDIPtImD4KsA8xuI/D9SEgAS6oEfD6/n8GoN04EPIHLGNiMl6G6rAMhdaCKCDalCRZBR2lmns=");
    /** 20,000 times {@code 7,8}, without checksum. */
    private static final byte[] REPEATED = bytes("KLUv/aCAOAEAZQAAIDcsOAoBAHk4544I");

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static byte[] lines() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(i * 7 % 13).append(',').append(i * 5 % 11).append(".5\n");
        }
        return ascii(text.toString());
    }

    private static byte[] skippable(int length) {
        byte[] frame = new byte[8 + length];
        System.arraycopy(new byte[] {0x5a, 0x2a, 0x4d, 0x18, (byte) length, (byte) (length >> 8)}, 0, frame, 0, 6);
        return frame;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** A stream that gives {@code step} bytes at a time, like a slow pipe. */
    private static InputStream slow(byte[] bytes, int step) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(step, length));
            }
        };
    }

    private static byte[] read(byte[] bytes, int step) throws IOException {
        try (ZstdStream in = new ZstdStream("a.zst", slow(bytes, step))) {
            return in.readAllBytes();
        }
    }

    private static String refused(byte[] bytes, int exit) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(bytes, 5));
        assertEquals("a.zst", refusal.file());
        assertEquals(exit, refusal.code().exit());
        return refusal.getMessage();
    }

    @Test
    void framesFollowEachOtherAndSomeAreSkipped() throws IOException {
        byte[] all = join(skippable(4), FRAME, EMPTY, LINES, skippable(3000), STREAMED, REPEATED, skippable(0));
        byte[] expected = join(TEXT, lines(), TEXT, ascii("7,8\n".repeat(20_000)));
        for (int step : new int[] {1, 2, 7, 100, 1 << 20}) {
            assertArrayEquals(expected, read(all, step));
        }
    }

    @Test
    void theContentComesInPiecesOfAnySize() throws IOException {
        for (int size : new int[] {1, 3, 23, 24, 25, 1000}) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            try (ZstdStream in = new ZstdStream("a.zst", slow(join(FRAME, LINES), 50))) {
                byte[] piece = new byte[size];
                for (int n = in.read(piece, 0, size); n >= 0; n = in.read(piece, 0, size)) {
                    content.write(piece, 0, n);
                }
            }
            assertArrayEquals(join(TEXT, lines()), content.toByteArray());
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsRefusedUnlessItEndsWithAFrame() throws IOException {
        byte[] two = join(FRAME, STREAMED);
        byte[] all = join(two, LINES);
        for (int length = 0; length < all.length; length++) {
            byte[] cut = Arrays.copyOf(all, length);
            if (length == 0) {
                assertEquals(0, read(cut, 5).length);
            } else if (length == FRAME.length) {
                assertArrayEquals(TEXT, read(cut, 5));
            } else if (length == two.length) {
                assertArrayEquals(join(TEXT, TEXT), read(cut, 5));
            } else {
                assertEquals("zstd: cut off, at byte " + length, refused(cut, 3));
            }
        }
    }

    @Test
    void whatFollowsTheLastFrameIsRefused() {
        for (byte[] junk : new byte[][] {new byte[4], ascii("wxyz"), new byte[50], {0x28, (byte) 0xb5, 0x2f, 0}}) {
            assertEquals(
                    "zstd: something behind the last frame that is not zstd, at byte " + FRAME.length,
                    refused(join(FRAME, junk), 3));
        }
        assertEquals("zstd: cut off, at byte " + (FRAME.length + 1), refused(join(FRAME, new byte[1]), 3));
    }

    @Test
    void noDamagedByteGoesUnseen() throws IOException {
        for (byte[] frame : new byte[][] {FRAME, LINES}) {
            byte[] content = read(frame, 100);
            for (int i = 0; i < frame.length; i++) {
                for (int bit = 0; bit < 8; bit++) {
                    byte[] damaged = frame.clone();
                    damaged[i] ^= (byte) (1 << bit);
                    try {
                        // A frame without the flag of a checksum has four bytes behind it that are no frame.
                        assertArrayEquals(content, read(damaged, 64), "byte " + i + " bit " + bit);
                    } catch (Refusal refusal) {
                        assertTrue(refusal.getMessage().startsWith("zstd: "), refusal.getMessage());
                    }
                }
            }
        }
    }

    @Test
    void aFrameWithAnotherLengthThanItSaysIsRefused() {
        byte[] frame = REPEATED.clone();
        frame[5]++;
        assertEquals("zstd: wrong length, in the frame at byte " + STREAMED.length, refused(join(STREAMED, frame), 3));
        byte[] content = FRAME.clone();
        content[10] ^= 1;
        assertEquals("zstd: wrong checksum, in the frame at byte 0", refused(content, 3));
    }

    @Test
    void aWindowThatTakesMoreMemoryThanAnyNeedsIsALimit() {
        byte[] wide = STREAMED.clone();
        wide[5] = (byte) (14 << 3); // 16 MiB
        assertEquals("zstd: a window of more than 8 MiB, at byte 0", refused(wide, 5));
        wide[5] = (byte) 0xff;
        assertEquals("zstd: a window of more than 8 MiB, at byte 0", refused(wide, 5));
        byte[] single = join(bytes("KLUv/eD//////////w=="), new byte[20]);
        assertEquals("zstd: a window of more than 8 MiB, at byte 0", refused(single, 5));
    }

    @Test
    void aDictionaryIsAskedForByName() {
        assertEquals("zstd: needs a dictionary, at byte 0", refused(join(bytes("KLUv/QFYBw=="), new byte[9]), 3));
    }
}
