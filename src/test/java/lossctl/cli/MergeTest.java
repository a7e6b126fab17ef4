package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code partial} and {@code merge}: parts of a data set, and the same bits as of one run over all of it. */
class MergeTest {
    private static final String HEAD = "y_true,y_pred,w,site,id\n";

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(2);

    private static String out(String... args) {
        Said call = Said.by(args);
        assertEquals(0, call.status(), call.err());
        return call.out();
    }

    private static String refused(int exit, String... args) {
        Said call = Said.by(args);
        assertEquals(exit, call.status(), call.err());
        assertEquals("", call.out());
        assertEquals(1, call.err().lines().count(), call.err());
        return call.err();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String partial(String name, String options, String data) throws IOException {
        List<String> words = new ArrayList<>(List.of("partial"));
        words.addAll(List.of(options.split(" ")));
        words.addAll(
                List.of(file(name + ".csv", data), "-o", folder.resolve(name).toString()));
        out(words.toArray(new String[0]));
        return folder.resolve(name).toString();
    }

    /** Rows whose numbers are of all sizes, so that sums of doubles would hang on their order. */
    private List<String> rows(int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double truth = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(9) - 4);
            double prediction = truth + (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9) - 4);
            rows.add(truth + "," + prediction + "," + random.nextInt(4) + ",s" + random.nextInt(3) + ",i" + i + "\n");
        }
        return rows;
    }

    private static String[] words(List<String> first, String options, List<String> files) {
        List<String> words = new ArrayList<>(first);
        if (!options.isEmpty()) {
            words.addAll(List.of(options.split(" ")));
        }
        words.addAll(files);
        return words.toArray(new String[0]);
    }

    private List<String> shuffled(List<String> list) {
        List<String> shuffled = new ArrayList<>(list);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
        }
        return shuffled;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 100, 1000})
    void aSplitIntoAnyNumberOfPartialsMergesToTheSameBits(int count) throws IOException {
        List<String> rows = rows(1000);
        String losses = "-l mse,mae,rmse,r2,huber:delta=2,log_cosh,quantile:tau=0.9,mean_error,max_error,rse,smape"
                + " --weight-col w" + (count <= 10 ? " --by site --ci 95" : "");
        String expected = out(words(
                List.of("eval"), losses + " --json", List.of(file("whole.csv", HEAD + String.join("", rows)))));
        List<StringBuilder> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new StringBuilder(HEAD));
        }
        for (String row : shuffled(rows)) {
            parts.get(random.nextInt(count)).append(row);
        }
        List<String> partials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            partials.add(partial("p" + i, losses, parts.get(i).toString()));
        }
        // One level of merging first, of some of them.
        int some = random.nextInt(count);
        if (some > 1) {
            partials = shuffled(partials);
            String merged = folder.resolve("some").toString();
            out(words(List.of("merge", "--partial", "-q", "-o", merged), "", partials.subList(0, some)));
            partials.subList(0, some).clear();
            partials.add(merged);
        }
        assertEquals(expected, out(words(List.of("merge", "-q"), "--json", shuffled(partials))));
    }

    @Test
    void formatsAndIntervalsAndGroupsAreThoseOfOneRun() throws IOException {
        List<String> rows = rows(90);
        String whole = file("whole.csv", HEAD + String.join("", rows));
        String options = "-l mse,rmse --by site --ci 95";
        List<String> parts = List.of(
                partial("a", options, HEAD + String.join("", rows.subList(0, 20))),
                partial("b", options, HEAD + String.join("", rows.subList(20, 90))));
        for (String format : List.of("table", "md", "csv", "tsv", "jsonl", "json")) {
            String[] one = words(List.of("eval", "-f", format), options, List.of(whole));
            assertEquals(out(one), out(words(List.of("merge", "-f", format), "", parts)));
        }
        assertEquals(
                out(words(List.of("eval"), "-l mse,rmse --by site --ci 80 --min-n 25 -f csv", List.of(whole))),
                out(words(List.of("merge"), "--ci 80 --min-n 25 -f csv", parts)));
    }

    @Test
    void theWorstOfAllAreTheWorst() throws IOException {
        List<String> rows = rows(60);
        String a = HEAD + String.join("", rows.subList(0, 41));
        String b = HEAD + String.join("", rows.subList(41, 60));
        String options = "-l mae --worst 9 --id-col id --keep site";
        List<String> parts = List.of(partial("b", options, b), partial("a", options, a));
        String[] one = words(
                List.of("eval"),
                options,
                List.of(
                        folder.resolve("a.csv").toString(),
                        folder.resolve("b.csv").toString()));
        assertEquals(out(one), out(words(List.of("merge"), "", parts)));
    }

    @Test
    void aPartialIsRefusedTwiceHoweverItsPathIsSpelled() throws IOException {
        String a = partial("a", "-l mse", "y_true,y_pred\n0,1\n");
        String b = partial("b", "-l mse", "y_true,y_pred\n0,3\n");
        for (String again : List.of(
                b,
                folder.resolve("./b").toString(),
                folder.resolve("../" + folder.getFileName() + "/b").toString())) {
            String err = refused(2, "merge", a, b, again);
            assertTrue(err.contains("is named twice: its samples would count twice"), err);
        }
    }

    @Test
    void aCopyOfAnyPartialIsRemarkedOn() throws IOException {
        String a = partial("a", "-l mse", "y_true,y_pred\n0,1\n");
        String b = partial("b", "-l mse", "y_true,y_pred\n0,3\n");
        String copy = Files.copy(Path.of(b), folder.resolve("copy of b")).toString();
        String remark = copy + " is the same as " + b + " to the last byte: counted again";
        assertEquals(
                "lossctl: warning: " + remark + "\n",
                Said.by("merge", a, b, copy).err());
        assertTrue(refused(3, "merge", a, b, copy, "--strict").contains(remark));
    }

    @Test
    void aPartialHasNoSayInWhereTheResultIsWritten() throws IOException {
        String partial = partial("a", "-l mse", "y_true,y_pred\n0,1\n");
        String line = Files.readString(Path.of(partial));
        Path victim = folder.resolve("victim");
        String open = line.substring(0, line.indexOf(",\"crc\""))
                .replace("{\"--losses\"", "{\"--output\":\"" + victim + "\",\"--losses\"");
        CRC32C crc = new CRC32C();
        crc.update(open.getBytes(StandardCharsets.UTF_8));
        String digits = String.format("%08x", crc.getValue());
        String forged = file("forged", open + ",\"crc\":\"" + digits + "\"}\n");
        assertEquals(
                forged + ": what this partial keeps is no state of its own settings\n", refused(3, "merge", forged));
        assertTrue(Files.notExists(victim));
    }

    @Test
    void gatesHoldTheMergedResult() throws IOException {
        // Squares 1 and 9: their mean is 5, of which no part has it.
        String a = partial("a", "-l mse", "y_true,y_pred\n0,1\n");
        String b = partial("b", "-l mse", "y_true,y_pred\n0,3\n");
        assertEquals("n  mse\n2  5.0\n", out("merge", a, b, "--fail-if", "mse>5"));
        Said failed = Said.by("merge", a, b, "--fail-if", "mse>=5");
        assertEquals(1, failed.status());
        assertTrue(failed.err().startsWith("lossctl: gate failed: mse = 5.0, limit >= 5"), failed.err());
        assertEquals(3, Said.by("merge", a, b, "--fail-if", "mae>1").status());
        assertEquals(3, Said.by("merge", a, b, "--fail-if", "mse.ci.high>1").status());
        assertTrue(Said.by("merge", a, b, "-f", "junit", "--fail-if", "mse>=5")
                .out()
                .contains("failure"));
    }

    @Test
    void skippedRowsAndWarningsAddUp() throws IOException {
        String options = "-l sparse_cce --missing skip -q";
        String a = partial("a", options, "y_true,p0,p1\n1,0.5,0.4\n,0.5,0.5\n");
        String b = partial("b", options, "y_true,p0,p1\n1,0.5,0.3\n0,0.5,0.5\n1,,0.5\n");
        Said call = Said.by("merge", a, b, "-f", "csv");
        assertTrue(call.out().startsWith("n,skipped,sparse_cce\n3,2,"), call.out());
        assertTrue(call.err().contains("2 rows of probabilities do not sum to 1"), call.err());
        assertEquals(3, Said.by("merge", a, b, "--strict").status());
    }

    @Test
    void signsThatOneRunRefusesToMixAreRefusedInPartials() throws IOException {
        String a = partial("a", "-l hinge", "y_true,y_pred\n0,1\n1,2\n");
        String b = partial("b", "-l hinge", "y_true,y_pred\n-1,1\n1,2\n");
        assertEquals(b + ": the truth mixes the labels 0/1 with -1/+1: use one kind\n", refused(3, "merge", a, b));
    }

    @Test
    void aPartWithoutSamplesAndALossWithoutAValueInAPartAreNoTrouble() throws IOException {
        String one = partial("one", "-l r2", "y_true,y_pred\n1,2\n");
        String none = partial("none", "-l r2", "y_true,y_pred\n");
        String two = partial("two", "-l r2", "y_true,y_pred\n3,2\n");
        // r2 of 1 -> 2 and 3 -> 2: 1 - 2/2.
        assertEquals("n,r2\n2,0.0\n", out("merge", none, one, two, "-f", "csv"));
        refused(3, "merge", none);
        refused(3, "merge", one);
    }

    @Test
    void lossesThatNeedAllSamplesAreRefused() throws IOException {
        String data = file("d.csv", "y_true,y_pred\n0,1\n");
        for (String loss : List.of("median_ae", "roc_auc", "mse,mdape")) {
            String err = refused(2, "partial", "-l", loss, data);
            assertTrue(err.contains("needs all samples at once: no small file holds its state"), err);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-l mae",
                "-l mse,mae",
                "-l mse --weight-col w",
                "-l mse --missing skip",
                "-l mse --by site",
                "-l mse --dtype float32",
                "-l mse --reduction sum",
                "-l mse --as torch",
                "-l mse --ci 95"
            })
    void partialsOfOtherSettingsDoNotMerge(String options) throws IOException {
        String a = partial("a", "-l mse", HEAD + "0,1,1,s,i\n");
        String b = partial("b", options, HEAD + "0,2,1,s,i\n");
        String err = refused(2, "merge", a, b);
        assertTrue(err.startsWith(b + ": does not go with " + a + ": it was made with"), err);
    }

    @Test
    void samplesOfUnlikeWidthsHaveNoSummaryInCommon() throws IOException {
        String a = partial("a", "-l dice --true-col y* --pred-col p*", "y0,y1,p0,p1\n0,1,0.5,0.4\n");
        String b = partial("b", "-l dice --true-col y* --pred-col p*", "y0,y1,y2,p0,p1,p2\n0,1,0,0.5,0.4,0.1\n");
        refused(3, "merge", a, b);
    }

    @Test
    void aPartialCutOrChangedAnywhereIsRefused() throws IOException {
        String a = partial("a", "-l mse,r2", "y_true,y_pred\n0,1\n1,5\n");
        byte[] whole = Files.readAllBytes(Path.of(a));
        String cut = folder.resolve("cut").toString();
        for (int i = 0; i < whole.length; i++) {
            Files.write(Path.of(cut), Arrays.copyOf(whole, i));
            refused(3, "merge", cut);
            byte[] changed = whole.clone();
            changed[i] ^= 2;
            Files.write(Path.of(cut), changed);
            refused(3, "merge", cut);
        }
    }

    @Test
    void whatCannotBeMergedIsRefusedInOneLine() throws IOException {
        String a = partial("a", "-l mse", "y_true,y_pred\n0,1\n");
        refused(2, "merge");
        assertTrue(refused(2, "merge", a, a).contains("is named twice"));
        assertTrue(refused(2, "merge", a, "--ci", "95").contains("keeps nothing for intervals"));
        assertTrue(refused(3, "merge", folder.resolve("a.csv").toString()).contains("not a partial"));
        refused(4, "merge", folder.resolve("none").toString());
        refused(2, "merge", a, "--partial", "--json");
        String copy = folder.resolve("copy").toString();
        Files.copy(Path.of(a), Path.of(copy));
        assertTrue(Said.by("merge", a, copy).err().contains("is the same as " + a + " to the last byte"));
        refused(3, "merge", a, copy, "--strict");
    }

    @Test
    void aPartialGoesThroughAPipe() throws IOException {
        Said call = Said.read("y_true,y_pred\n0,2\n", "partial", "-l", "mse");
        String p = file("p", call.out());
        assertEquals("n  mse\n1  4.0\n", out("merge", p));
    }
}
