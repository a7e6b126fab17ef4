package lossctl.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Inputs made to take all memory: a limit that is named, with exit status 5, or the right answer, in 64 MiB. */
class HostileIT {
    private static final String BILLION = "head -c 1000000000 /dev/zero | tr '\\0' ";
    private static final int MEMBER = 16 << 20;

    @TempDir
    static Path folder;

    /** What comes before something endless, what that is, what comes behind it, how it is read, what is said. */
    private record Case(String head, String endless, String tail, String options, String answer) {
        String command() {
            return "(printf '" + head + "'; " + endless + "; printf '" + tail
                    + "') | LOSSCTL_JAVA_OPTS=-Xmx64m lossctl mse - " + options;
        }
    }

    private static String million(String format) {
        return "seq -f '" + format + "' 1000000 | tr -d '\\n'";
    }

    private static final List<Case> CASES = List.of(
            // A line of 1 GB: a number of 10^9 digits, 10^9 fields, a header, text in quotes and out of them.
            new Case("y_true,y_pred\\n1,", BILLION + "7", "\\n", "", "<stdin>:2:3: a field longer than 65536 bytes"),
            new Case("y_true,y_pred\\n1,", BILLION + ",", "\\n", "", "<stdin>:2: more than 65536 columns"),
            new Case("y_true,y_pred", BILLION + "x", "\\n", "", "<stdin>:1:8: a field longer than 65536 bytes"),
            new Case("y_true,y_pred,c\\n1,2,\"", BILLION + "x", "\"\\n", "", "<stdin>:2:5: a field longer than 65536"),
            new Case("y_true,y_pred,c\\n1,2,", BILLION + "x", "\\n", "", "<stdin>:2:5: a field longer than 65536"),
            new Case(
                    "{\"y_true\":1,\"y_pred\":", BILLION + "7", "}\\n", "-i jsonl", "<stdin>:1:1: a line of more than"),
            new Case("{\"y_true\":1,\"z\":\"", BILLION + "7", "\"}\\n", "-i jsonl", "<stdin>:1:1: a line of more than"),
            new Case("{\"y_true\":[1],\"y_pred\":[", BILLION + "7", "]}", "-i json", "a text too long"),
            new Case("{\"y_true\":[1],\"y_pred\":[", BILLION + "' '", "2]}", "-i json", "1.0"),
            new Case("", BILLION + "[", "", "-i json", "nested too deep"),
            // 10^6 columns, by name, by row, as fields and as values.
            new Case("y_true,y_pred", million(",c%.0f"), "\\n1,2\\n", "", "<stdin>:1: more than 65536 columns"),
            new Case("y_true,y_pred\\n1,2", million(",%.0f"), "\\n", "", "<stdin>:2: more than 65536 columns"),
            new Case("{\"y_true\":1", million(",\"k%.0f\":1"), "}\\n", "-i jsonl", "a line of more than 4 MiB"),
            new Case("{\"y_true\":[1]", million(",\"k%.0f\":[1]"), "}", "-i json", "more than 65536 columns"),
            new Case("[{\"y_true\":1", million(",\"k%.0f\":1"), "}]", "-i json", "more than 65536 columns"),
            new Case("{\"y_true\":[0],\"y_pred\":[[1", million(",%.0f"), "]]}", "-i json", "more than 65536 columns"));

    @TestFactory
    List<DynamicTest> everyOneEndsAtALimitOrIsRight() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Case hostile : CASES) {
            tests.add(DynamicTest.dynamicTest(hostile.command(), () -> {
                Shell.Outcome outcome = Shell.line(hostile.command(), folder);
                if (outcome.exit() == 0) {
                    assertEquals(hostile.answer() + "\n", outcome.out());
                    assertEquals("", outcome.err());
                } else {
                    isALimit(hostile.answer(), outcome);
                }
            }));
        }
        return tests;
    }

    private static void isALimit(String message, Shell.Outcome outcome) {
        assertTrue(outcome.err().contains(message), outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertEquals("", outcome.out());
        assertEquals(5, outcome.exit());
    }

    /** Zeros in gzip, 16 MiB a member: 640 of them are 10 GB in 10 MB. */
    private static byte[] zeros;

    @BeforeAll
    static void pack() throws Exception {
        Path member = folder.resolve("member.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(member))) {
            out.write(new byte[MEMBER]);
        }
        zeros = Files.readAllBytes(member);
    }

    private static void bomb(String name, byte[] head, int members) throws Exception {
        try (var file = Files.newOutputStream(folder.resolve(name))) {
            GZIPOutputStream out = new GZIPOutputStream(file);
            out.write(head);
            out.finish();
            for (int i = 0; i < members; i++) {
                file.write(zeros);
            }
        }
    }

    @Test
    void tenMegabytesThatBecomeTenGigabytesAreALimit() throws Exception {
        bomb("bomb.csv.gz", "y_true,y_pred\n1,2\n3,".getBytes(StandardCharsets.US_ASCII), 640);
        assertTrue(Files.size(folder.resolve("bomb.csv.gz")) < 12_000_000);
        Shell.Outcome outcome = Shell.line("LOSSCTL_JAVA_OPTS=-Xmx64m lossctl mse bomb.csv.gz", folder);
        isALimit("bomb.csv.gz:3:3: a field longer than 65536 bytes", outcome);
    }

    @Test
    void zerosWithoutEndAreRightWhereTheyAreNumbers() throws Exception {
        // 1 GB; ten times that is right in the same memory, but takes ten times as long.
        int members = 64;
        String shape = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + (long) members * MEMBER / 8 + ",), }";
        byte[] head = Arrays.copyOf(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, 128);
        Arrays.fill(head, 10, 127, (byte) ' ');
        System.arraycopy(shape.getBytes(StandardCharsets.US_ASCII), 0, head, 10, shape.length());
        head[127] = '\n';
        bomb("zeros.npy.gz", head, members);
        String command = "LOSSCTL_JAVA_OPTS=-Xmx64m lossctl mse --true-file zeros.npy.gz --pred-file zeros.npy.gz";
        assertEquals(new Shell.Outcome(0, "0.0\n", ""), Shell.line(command, folder));
    }
}
