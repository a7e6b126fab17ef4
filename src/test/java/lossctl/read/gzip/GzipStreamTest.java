package lossctl.read.gzip;

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
import java.util.zip.GZIPOutputStream;
import lossctl.data.Refusal;
import org.junit.jupiter.api.Test;

/** Members written by the JDK, whole, cut at every byte, damaged at every byte. */
class GzipStreamTest {
    private static final byte[] TEXT = "y_true,y_pred\n1,2\n3,4.5\n".repeat(20).getBytes(StandardCharsets.UTF_8);

    private static byte[] member(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** A stream that gives {@code step} bytes at a time and has nothing ready, like a slow pipe. */
    private static InputStream slow(byte[] bytes, int step) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(step, length));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }

    private static byte[] read(byte[] bytes, int step) throws IOException {
        try (GzipStream in = new GzipStream("a.gz", slow(bytes, step))) {
            return in.readAllBytes();
        }
    }

    @Test
    void membersFollowEachOther() throws IOException {
        byte[] part = Arrays.copyOf(TEXT, 100);
        byte[] three = join(member(part), member(new byte[0]), member(TEXT));
        for (int step : new int[] {1, 2, 7, 100, 1 << 20}) {
            assertArrayEquals(join(part, TEXT), read(three, step));
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsRefusedUnlessItEndsWithAMember() throws IOException {
        byte[] first = member(Arrays.copyOf(TEXT, 100));
        byte[] second = member(TEXT);
        byte[] three = join(first, second, member(new byte[0]));
        for (int length = 0; length < three.length; length++) {
            byte[] cut = Arrays.copyOf(three, length);
            if (length == 0) {
                assertEquals(0, read(cut, 5).length);
            } else if (length == first.length) {
                assertArrayEquals(Arrays.copyOf(TEXT, 100), read(cut, 5));
            } else if (length == first.length + second.length) {
                assertArrayEquals(join(Arrays.copyOf(TEXT, 100), TEXT), read(cut, 5));
            } else {
                Refusal refusal = assertThrows(Refusal.class, () -> read(cut, 5), "cut at " + length);
                assertEquals("gzip: cut off, at byte " + length, refusal.getMessage());
                assertEquals("a.gz", refusal.file());
            }
        }
    }

    @Test
    void whatFollowsTheLastMemberIsRefused() throws IOException {
        byte[] member = member(TEXT);
        for (byte[] junk : new byte[][] {{0}, {'x', 'y', 'z'}, new byte[50], {0x1f, 0x7f, 0, 0}}) {
            Refusal refusal = assertThrows(Refusal.class, () -> read(join(member, junk), 3));
            assertEquals(
                    "gzip: something behind the last member that is not gzip, at byte " + member.length,
                    refusal.getMessage());
        }
    }

    @Test
    void noDamagedByteGoesUnseen() throws IOException {
        byte[] member = member(TEXT);
        int unseen = 0;
        for (int i = 0; i < member.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = member.clone();
                damaged[i] ^= (byte) (1 << bit);
                try {
                    assertArrayEquals(TEXT, read(damaged, 64), "byte " + i + " bit " + bit);
                    unseen++;
                } catch (Refusal refusal) {
                    assertTrue(refusal.getMessage().startsWith("gzip: "), refusal.getMessage());
                }
            }
        }
        // Time stamp, extra flags and system: 6 bytes that say nothing about the data; and the flag for text.
        assertTrue(unseen <= 6 * 8 + 8, unseen + " damaged bits made no difference");
    }

    @Test
    void namesCommentsAndExtraFieldsArePassedOver() throws IOException {
        assertArrayEquals(TEXT, read(labelled(), 1));
    }

    @Test
    void aHeaderThatItsOwnChecksumDoesNotFitIsRefused() throws IOException {
        byte[] first = member(TEXT);
        for (int step : new int[] {1, 3, 1 << 20}) {
            byte[] two = join(first, labelled());
            assertArrayEquals(join(TEXT, TEXT), read(two, step));
            for (int at : new int[] {4, 8, 12, 13, 14, 16, 17, 20, 22, 23}) {
                byte[] damaged = two.clone();
                damaged[first.length + at] ^= 0x20;
                Refusal refusal = assertThrows(Refusal.class, () -> read(damaged, step), "byte " + at);
                assertEquals("gzip: wrong checksum of a header, at byte " + (first.length + 24), refusal.getMessage());
            }
        }
    }

    /** A member with all that a header may have; the checksum is zlib's crc32 of the bytes before, as Python has it. */
    private static byte[] labelled() throws IOException {
        byte[] plain = member(TEXT);
        byte[] header = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3};
        byte[] fields = {3, 0, 'a', 'b', 'c', 'n', 'a', 'm', 'e', 0, 'c', 0, 0x1d, (byte) 0xb6};
        return join(header, fields, Arrays.copyOfRange(plain, 10, plain.length));
    }
}
