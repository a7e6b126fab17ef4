package lossctl.read.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import lossctl.data.Columns;
import lossctl.data.Refusal;
import lossctl.read.Dumps;
import lossctl.read.Format;
import lossctl.read.ReadOptions;
import lossctl.read.Rows;
import lossctl.read.Sources;
import lossctl.read.TextBytes;
import org.junit.jupiter.api.Test;

/** Hostile texts: past a limit the answer is a refusal with exit status 5, before much was read or kept. */
class CsvLimitsTest {
    private static final ReadOptions OPTIONS = ReadOptions.of(Columns.defaults());

    /** A text, then a unit over and over. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private final byte[] unit;
        private long at;

        Endless(String start, String unit) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.unit = unit.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            long i = at++;
            return i < start.length ? start[(int) i] : unit[(int) ((i - start.length) % unit.length)];
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            for (int i = 0; i < length; i++) {
                to[from + i] = (byte) read();
            }
            return length;
        }
    }

    private static void isRefused(String message, long line, String start, String unit) {
        Endless endless = new Endless(start, unit);
        Refusal refusal = assertThrows(Refusal.class, () -> Rows.values(Sources.stream("<stdin>", endless, OPTIONS)));
        assertEquals(message, refusal.getMessage());
        assertEquals(5, refusal.code().exit());
        assertEquals(line, refusal.line());
        assertTrue(endless.at < 8 << 20, "read " + endless.at);
    }

    @Test
    void aTextThatDoesNotEndIsRefused() {
        String header = "y,pred\n1,2\n";
        String field = "a field longer than 65536 bytes (a quote not closed?)";
        isRefused(field, 1, "", "x");
        isRefused(field, 1, "", "\0");
        isRefused(field, 1, "y,pred,", "x");
        isRefused(field, 1, "\"y", "\"\"");
        isRefused(field, 3, header + "1,", "1");
        isRefused(field, 3, header + "1,\"", "\n");
        isRefused(field, 3, header + "1,", "\"");
        isRefused("more than 65536 columns", 1, "", ",");
        isRefused("more than 65536 columns", 3, header, ",");
        isRefused("the first line is longer than 1048576 bytes", 0, "", "0123456789".repeat(9) + ",");
        isRefused("a row longer than 4194304 bytes (a quote not closed?)", 3, header, "x".repeat(60_000) + ",");
    }

    @Test
    void aTextOfNothingButLineEndsIsReadToItsEnd() {
        Rows rows = Rows.values(
                Dumps.of(Format.CSV, TextBytes.of("a.csv", "y,pred\n" + "\n".repeat(3_000_000) + "1,2\n"), OPTIONS));
        assertEquals(1, rows.rows);
    }

    @Test
    void aRowMayBeLongWithinTheLimits() {
        StringBuilder text = new StringBuilder("y,pred");
        for (int i = 2; i < 65_536; i++) {
            text.append(",c").append(i);
        }
        text.append('\n');
        for (int r = 0; r < 3; r++) {
            text.append(r).append(",2").append(",1234567890".repeat(65_534)).append('\n');
        }
        Rows rows = Rows.of(Dumps.of(Format.CSV, TextBytes.of("a.csv", text.toString()), OPTIONS));
        assertEquals(3, rows.rows);
        assertEquals("4:3", rows.places.get(2));
    }
}
