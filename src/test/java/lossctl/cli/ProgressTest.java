package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Progress of readings that take their time, on standard error. */
@Timeout(60)
class ProgressTest {
    private static final String WIPE = "\r\u001b[K";
    private static final String DUMP = "y_true,y_pred\n1,2\n0,3\n";

    /** Gives a text, and sleeps before its last bytes. */
    private static final class Slow extends InputStream {
        private final byte[] bytes;
        private final long millis;
        private int at;

        Slow(String text, long millis) {
            bytes = text.getBytes(StandardCharsets.UTF_8);
            this.millis = millis;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] to, int from, int length) {
            if (at == bytes.length) {
                return -1;
            }
            if (at > 0) {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            int n = Math.min(length, at == 0 ? bytes.length - 3 : 3);
            System.arraycopy(bytes, at, to, from, n);
            at += n;
            return n;
        }
    }

    private static Said after(long millis, String terminals, String text, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Lossctl(new Console(new Slow(text, millis), out, err, terminals)).run(args);
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void isShownAndWiped(String line, String err) {
        assertTrue(err.startsWith(WIPE + "lossctl: " + line), err);
        assertTrue(err.endsWith(WIPE), err);
    }

    @Test
    void aTerminalIsToldAfterASecondAndWipedCleanAtTheEnd() {
        Said said = after(1500, "err", DUMP, "mse", "-");
        assertEquals("5.0\n", said.out());
        isShownAndWiped("19 B, ", said.err());
        assertTrue(said.err().indexOf(WIPE + "lossctl", 1) > 0, "shown once only: " + said.err());
    }

    @Test
    void nothingIsToldWhereNobodyLooksOrNobodyWants() {
        assertEquals(new Said(0, "5.0\n", ""), after(1300, "in,out", DUMP, "mse", "-"));
        assertEquals(new Said(0, "5.0\n", ""), after(1300, "err", DUMP, "mse", "-", "--progress", "never"));
        assertEquals(new Said(0, "5.0\n", ""), after(1300, "err", DUMP, "mse", "-", "-q"));
        assertEquals(new Said(0, "5.0\n", ""), after(300, "err", DUMP, "mse", "-"));
    }

    @Test
    void everyLongCommandTells() {
        isShownAndWiped(
                "19 B, ",
                after(1300, "", DUMP, "eval", "-l", "mse,mae", "--progress", "always")
                        .err());
        Said rows = after(1300, "", DUMP, "mse", "--progress", "always", "--reduction", "none");
        assertEquals("1.0\n9.0\n", rows.out());
        isShownAndWiped("19 B, ", rows.err());
        String request = "{\"loss\":\"mse\",\"y_true\":[1,0],\"y_pred\":[2,3]}\n";
        Said batch = after(1300, "err", request + "\n\n\n", "batch");
        assertEquals(0, batch.status());
        isShownAndWiped("1 request, 45 B, ", batch.err());
    }

    @Test
    void anErrorStandsOnALineOfItsOwn() {
        Said said = after(1300, "err", "y_true,y_pred\n1,2\n0,x\n", "mse", "-");
        assertEquals(3, said.status());
        assertTrue(said.err().contains(WIPE + "<stdin>:3:3: "), said.err());
        assertTrue(said.err().endsWith("--missing-values x\n"), said.err());
    }

    @Test
    void aWordThatIsNoneIsRefused() {
        Said said = Said.by("mse", "--true", "1", "--pred", "2", "--progress", "allways");
        assertEquals(
                new Said(
                        2,
                        "",
                        "lossctl mse: --progress 'allways': did you mean always? use one of auto, always, never\n"),
                said);
    }
}
