package lossctl.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import lossctl.data.Refusal;
import org.junit.jupiter.api.Test;

class CheckedOutTest {
    private static final String FULL = "No space left on device";

    /** Everything that can be written, in pieces that cross the buffer's edges; returns what should arrive. */
    private static byte[] writeAll(CheckedOut out) {
        StringBuilder expected = new StringBuilder();
        Random random = new Random(7);
        for (int i = 0; i < 15; i++) {
            String text = "é日😀a".repeat(random.nextInt(3000)) + "b".repeat(random.nextInt(20_000));
            out.line(text);
            expected.append(text).append('\n');
            out.number(0.1);
            out.integer(7);
            out.integer(-12);
            expected.append("0.17-12");
            byte[] bytes = "xyz".repeat(random.nextInt(40_000)).getBytes(StandardCharsets.US_ASCII);
            out.write(bytes, 0, bytes.length);
            expected.append(new String(bytes, StandardCharsets.US_ASCII));
        }
        out.finish();
        return expected.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everythingArrivesInOrder() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] expected = writeAll(CheckedOut.to(bytes, "<stdout>"));
        assertArrayEquals(expected, bytes.toByteArray());
    }

    @Test
    void aFailureAtAnyCallIsToldOnceAndNothingIsWrittenBehindIt() {
        byte[] all = writeAll(CheckedOut.to(new ByteArrayOutputStream(), "<stdout>"));
        int refused = 0;
        for (int k = 0; ; k++) {
            FailingStream stream = new FailingStream(k, FULL);
            CheckedOut out = CheckedOut.to(stream, "<stdout>");
            Refusal refusal = null;
            try {
                writeAll(out);
            } catch (Refusal e) {
                refusal = e;
            }
            byte[] taken = stream.taken();
            assertArrayEquals(Arrays.copyOf(all, taken.length), taken, "a prefix of the whole");
            if (refusal == null) {
                assertEquals(all.length, taken.length, "without a failure everything has arrived");
                break;
            }
            refused++;
            assertEquals(Refusal.Code.IO, refusal.code());
            assertEquals("cannot write <stdout>: " + FULL, refusal.getMessage());
            assertTrue(out.hasFailed());
            assertDoesNotThrow(() -> writeAll(out));
            assertEquals(0, stream.callsAfterFailure(), "nothing is tried after failure " + k);
        }
        // At least one write for each 64 KiB, then flush and close.
        assertTrue(refused > all.length / 65_536 + 2, refused + " failures for " + all.length + " bytes");
    }

    @Test
    void aReaderThatHasGoneIsNoError() {
        for (String reason :
                new String[] {"Broken pipe", "Connection reset by peer", "Datenübergabe unterbrochen (Broken pipe)"}) {
            CheckedOut out = CheckedOut.to(new FailingStream(0, reason), "<stdout>");
            out.line("5.0");
            assertThrows(BrokenPipe.class, out::flush);
            assertDoesNotThrow(out::finish);
        }
    }

    @Test
    void aRealBrokenPipeIsKnownWhateverTheSystemCallsIt() throws IOException {
        Pipe pipe = Pipe.open();
        pipe.source().close();
        CheckedOut out = CheckedOut.to(Channels.newOutputStream(pipe.sink()), "<stdout>");
        out.line("5.0");
        assertThrows(BrokenPipe.class, out::flush);
        pipe.sink().close();
        IOException local = assertThrows(IOException.class, () -> {
            Pipe other = Pipe.open();
            other.source().close();
            try (Pipe.SinkChannel sink = other.sink()) {
                sink.write(ByteBuffer.allocate(1));
            }
        });
        assertTrue(WriteFailure.isBrokenPipe(local.getMessage(), local.getMessage()));
        assertTrue(WriteFailure.isBrokenPipe("パイプが切断されました", "パイプが切断されました"));
    }

    @Test
    void anErrorWithoutAReasonIsNamedByItsKind() {
        CheckedOut out = CheckedOut.to(new FailingStream(0, null), "a.csv");
        out.line("5.0");
        assertEquals(
                "cannot write a.csv: IOException",
                assertThrows(Refusal.class, out::flush).getMessage());
    }

    @Test
    void wholeNumbersAndTheFirstCharactersBehindAscii() {
        long[] numbers = {0, 9, 10, -1, Long.MIN_VALUE};
        assertEquals("0 9 10 -1 -9223372036854775808 ", Written.by(out -> {
            for (long n : numbers) {
                out.integer(n);
                out.ascii(' ');
            }
        }));
        assertEquals("\u007f\u0080\u07ff\u0800", Written.by(out -> out.text("\u007f\u0080\u07ff\u0800")));
    }

    @Test
    void unpairedSurrogatesBecomeQuestionMarks() {
        assertEquals("a?b", Written.by(out -> out.text("a\ud800b")));
    }
}
