package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that cannot be read: {@code --on-bad-row} and {@code --rejects}. */
class RejectsTest {
    private static final String HEAD = "file,line,offset,column,reason,text\n";

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String rejects() throws IOException {
        return Files.readString(folder.resolve("rejects.csv"));
    }

    private Said skip(String... args) {
        String[] all = new String[args.length + 4];
        System.arraycopy(args, 0, all, 0, args.length);
        String[] more = {
            "--on-bad-row", "skip", "--rejects", folder.resolve("rejects.csv").toString()
        };
        System.arraycopy(more, 0, all, args.length, 4);
        return Said.by(all);
    }

    @Test
    void badRowsOfCsvAreCountedAndToldWithLineByteColumnReasonAndText() throws IOException {
        String a =
                file("a.csv", "y_true,y_pred,g\n1,2,a\n1,x,\u00e9\n1,2\n\n3,\"q\nr\",c\n4,5,d,e\nnan,y,f\n1,,f\n1,3,a");
        Said call = skip("mse", a, "--json");
        assertEquals(0, call.status(), call.err());
        assertTrue(call.out().startsWith("{\"loss\":\"mse\",\"value\":2.5,\"n\":2,\"skipped\":6,"), call.out());
        assertEquals(
                HEAD
                        + a + ",3,22,y_pred,not a number,\"1,x,\u00e9\"\n"
                        + a + ",4,29,,\"2 fields, but the header has 3\",\"1,2\"\n"
                        + a + ",6,34,y_pred,not a number,\"3,\"\"q\nr\"\",c\"\n"
                        + a + ",8,44,,\"4 fields, but the header has 3\",\"4,5,d,e\"\n"
                        + a + ",9,52,y_true,not finite,\"nan,y,f\"\n"
                        + a + ",10,60,y_pred,missing value,\"1,,f\"\n",
                rejects());
    }

    @Test
    void badLinesOfJsonLinesAreToldToo() throws IOException {
        String a = file(
                "a.jsonl",
                "{\"y_true\":1,\"y_pred\":2}\n{\"y_true\":1,\"y_pred\":\"x\"}\n\n[1]\n{\"y_pred\":3}\n"
                        + "{\"y_true\":1,\"y_pred\":3}");
        Said call = skip("mse", a, "-f", "csv");
        assertEquals("loss,value,n,skipped\nmse,2.5,2,3\n", call.out(), call.err());
        List<String> lines = rejects().lines().toList();
        assertEquals(4, lines.size());
        assertEquals(a + ",2,24,y_pred,not a number,\"{\"\"y_true\"\":1,\"\"y_pred\"\":\"\"x\"\"}\"", lines.get(1));
        assertTrue(lines.get(2).startsWith(a + ",4,51,,"), lines.get(2));
        assertTrue(lines.get(3).startsWith(a + ",5,55,,field 'y_true' is missing,"), lines.get(3));
    }

    @Test
    void whateverIsBadInALargeFileOnSeveralThreadsTheRestCountsAndEveryBadRowIsTold() throws IOException {
        Random random = new Random(9);
        StringBuilder text = new StringBuilder("y_true,y_pred\n");
        StringBuilder bad = new StringBuilder(HEAD);
        Path path = folder.resolve("a.csv");
        long good = 0;
        long sum = 0;
        for (int line = 2; line < 200_000; line++) {
            long offset = text.length();
            int kind = random.nextInt(40);
            int error = random.nextInt(100);
            String row = kind == 0 ? "0," + error + ",1" : kind == 1 ? "0" : kind == 2 ? "0,?" : "0," + error;
            text.append(row).append(line % 3 == 0 ? "\r\n" : "\n");
            if (kind > 2) {
                good++;
                sum += error;
            } else {
                String reason = kind == 2
                        ? "y_pred,not a number"
                        : kind == 0 ? ",\"3 fields, but the header has 2\"" : ",\"1 field, but the header has 2\"";
                bad.append(path + "," + line + "," + offset + "," + reason + ",")
                        .append(row.indexOf(',') < 0 ? row : "\"" + row + "\"")
                        .append('\n');
            }
        }
        Files.writeString(path, text, StandardCharsets.US_ASCII);
        for (String threads : List.of("1", "3")) {
            Said call = skip("mae", path.toString(), "--threads", threads, "-f", "csv");
            assertEquals(
                    "loss,value,n,skipped\nmae," + sum / (double) good + "," + good + "," + (199_998 - good) + "\n",
                    call.out(),
                    call.err());
            assertEquals(bad.toString(), rejects());
        }
    }

    @Test
    void rejectsOfAllFilesComeInTheirOrderOnceEach() throws IOException {
        String b = file("b.csv", "y_true,y_pred\n1,x\n1,1\n");
        String a = file("a.csv", "y_true,y_pred\n1,2\n1,y\n");
        Said call = skip("eval", "-l", "mae", b, a, "--bins", "y_true:2", "-f", "csv");
        assertEquals(0, call.status(), call.err());
        assertEquals(
                "(all),(all),2,2,0.5", call.out().lines().reduce((x, y) -> y).orElse(""));
        assertEquals(
                HEAD + b + ",2,14,y_pred,not a number,\"1,x\"\n" + a + ",3,18,y_pred,not a number,\"1,y\"\n",
                rejects());
    }

    @Test
    void withoutTheOptionABadRowStopsTheRunAndNothingIsWritten() throws IOException {
        String a = file("a.csv", "y_true,y_pred\n1,2\n1,y\n");
        assertEquals(3, Said.by("mae", a).status());
        assertEquals(3, Said.by("mae", a, "--on-bad-row", "fail").status());
        assertEquals(
                2,
                Said.by("mae", a, "--rejects", folder.resolve("r.csv").toString())
                        .status());
        assertFalse(Files.exists(folder.resolve("r.csv")));
        String none = file("b.csv", "y_true,y_pred\n1,y\n");
        assertEquals(3, Said.by("mae", none, "--on-bad-row", "skip").status());
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedAllTheSame() throws IOException {
        String a = file("a.csv", "y_true,y_pred\n1,2\n1,\"y\n1,3\n");
        Said call = skip("mae", a);
        assertEquals(3, call.status());
        assertTrue(call.err().contains("never closed"), call.err());
    }

    @Test
    void otherFormatsSayThatTheyHaveNoRowsToSkip() throws IOException {
        String a = file("a.json", "{\"y_true\":[1,2],\"y_pred\":[1,\"x\"]}");
        Said call = skip("mae", a);
        assertEquals(2, call.status());
        assertTrue(call.err().contains("CSV, TSV and JSON Lines"), call.err());
        assertEquals(
                2, Said.by("mae", "-t", "1", "-p", "2", "--on-bad-row", "skip").status());
    }
}
