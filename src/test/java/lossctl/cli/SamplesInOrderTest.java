package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows of samples, written by any number of threads: the same text. */
@Timeout(120)
class SamplesInOrderTest {
    private static final int ROWS = 150_000;

    @TempDir
    static Path folder;

    private static Path dump;
    private static String expected;

    @BeforeAll
    static void write() throws IOException {
        StringBuilder text = new StringBuilder("name,y_true,y_pred\n");
        StringBuilder rows = new StringBuilder("name,y_true,y_pred,loss\n");
        for (int i = 0; i < ROWS; i++) {
            int prediction = i * 31 % 1009;
            text.append("row ").append(i).append(",3,").append(prediction).append('\n');
            rows.append("row ").append(i).append(",3.0,").append(prediction).append(".0,");
            rows.append((prediction - 3) * (prediction - 3)).append(".0\n");
        }
        dump = Files.writeString(folder.resolve("dump.csv"), text);
        assertTrue(Files.size(dump) > 4 << 19, "too small for several threads");
        expected = rows.toString();
    }

    private static String file(String threads, String... more) throws IOException {
        Path out = folder.resolve("out" + threads);
        String[] args = new String[more.length + 6];
        System.arraycopy(
                new String[] {"mse", dump.toString(), "--threads", threads, "-o", out.toString()}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        assertEquals(new Said(0, "", ""), Said.by(args));
        return Files.readString(out);
    }

    @Test
    void everyRowStandsInItsPlaceForAnyNumberOfThreads() throws IOException {
        for (String threads : new String[] {"1", "2", "3", "8"}) {
            assertEquals(expected, file(threads, "--per-sample", "--id-col", "name"));
        }
    }

    @Test
    void otherFormatsAreTheSameForAnyNumberOfThreadsToo() throws IOException {
        for (String format : new String[] {"value", "tsv", "json", "jsonl", "table"}) {
            String one = file("1", "-f", format, "--gradient", "--share", "--keep", "name");
            assertTrue(one.length() > ROWS, format);
            assertEquals(one, file("3", "-f", format, "--gradient", "--share", "--keep", "name"), format);
        }
    }

    @Test
    void aBadRowEndsTheRowsAtTheSamePlace() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), Files.readString(dump) + "last,3,x\n");
        Said one = Said.by("mse", bad.toString(), "--per-sample", "--threads", "1");
        assertEquals(3, one.status());
        assertTrue(one.err().startsWith(bad + ":" + (ROWS + 2) + ":8: "), one.err());
        for (String threads : new String[] {"2", "3", "8"}) {
            assertEquals(one, Said.by("mse", bad.toString(), "--per-sample", "--threads", threads));
        }
    }

    @Test
    void aDiskThatIsFullIsNoFaultOfTheDump() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(InputStream.nullInputStream(), full, err, "");
        assertEquals(4, new Lossctl(console).run(new String[] {"mse", dump.toString(), "--per-sample"}));
        assertEquals(
                "lossctl mse: cannot write <stdout>: No space left on device\n", err.toString(StandardCharsets.UTF_8));
    }
}
