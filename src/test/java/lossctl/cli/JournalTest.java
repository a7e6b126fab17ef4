package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code eval --journal}: what an interruption leaves, and what is made of it. */
class JournalTest {
    @TempDir
    Path folder;

    private final List<String> dumps = new ArrayList<>();
    private Path journal;

    @BeforeEach
    void writeDumps() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        for (int d = 0; d < 3; d++) {
            StringBuilder text = new StringBuilder("id,y_true,y_pred,w,site,group\n");
            for (int i = 0; i < 25; i++) {
                int truth = random.nextInt(2);
                double p = Math.rint(random.nextDouble() * 1e6) / 1e6;
                text.append("s")
                        .append(d)
                        .append('_')
                        .append(i)
                        .append(',')
                        .append(truth)
                        .append(',')
                        .append(p);
                text.append(',').append(random.nextInt(4)).append(",c").append(random.nextInt(6));
                text.append(",\"").append(i % 2 == 0 ? "ä,\"\"b" : "plain").append("\"\n");
            }
            dumps.add(Files.writeString(folder.resolve("d" + d + ".csv"), text).toString());
        }
        journal = folder.resolve("run.jsonl");
    }

    private String[] call(boolean kept, String... options) {
        List<String> words = new ArrayList<>(List.of("eval"));
        words.addAll(Arrays.asList(options));
        if (kept) {
            words.addAll(List.of("--journal", journal.toString()));
        }
        words.addAll(dumps);
        return words.toArray(new String[0]);
    }

    private String out(String... args) {
        Said call = Said.by(args);
        assertEquals(0, call.status(), call.err());
        return call.out();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(journal);
    }

    /** Of a finished journal the first lines, as if the rest had not been computed. */
    private void keepLines(int count) throws IOException {
        Files.writeString(journal, String.join("\n", lines().subList(0, count)) + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-l mse,mae,rmse,r2",
                "-l mse,r2,median_ae,roc_auc,max_error --weight-col w --json",
                "-l bce,brier --ci 95 -f csv",
                "-l mse,rmse --ci 90 --ci-method bca --resamples 200 --seed 3 -f csv",
                "-l mse,rmse --ci 95 --cluster site -f csv",
                "-l mse,max_error --by group,site --json",
                "-l mse,r2 --bins y_pred:4 --ci 95 --json",
                "-l mae --by group --min-n 3 -f csv",
                "-l mse,r2 --by id --ci 95 --json",
                "-l mae --worst 7 --id-col id --keep site -f csv",
                "-l mae,mse --quantiles 0,0.25,0.5,1 -f csv",
                "-l rmse --influence 4 -f csv",
                "-l mse --dtype float32 --reduction sum -f csv",
                "-l huber:delta=0.3,tversky:alpha=0.3:beta=0.7 --missing skip -f jsonl"
            })
    void whateverIsAskedForComesOutTheSameAfterAnInterruption(String options) throws IOException {
        String[] words = options.split(" ");
        String expected = out(call(false, words));
        assertEquals(expected, out(call(true, words)));
        List<String> whole = lines();
        assertEquals(4, whole.size());
        for (int done = 1; done <= 4; done++) {
            keepLines(done);
            assertEquals(expected, out(call(true, words)), "after " + done + " lines");
            assertEquals(4, lines().size());
        }
        byte[] before = Files.readAllBytes(journal);
        out(call(true, words));
        assertArrayEquals(before, Files.readAllBytes(journal), "nothing was left to compute");
    }

    @Test
    void aJournalCutAtAnyByteGoesOn() throws IOException {
        String expected = out(call(true, "-l", "mse,r2"));
        byte[] whole = Files.readAllBytes(journal);
        for (int length = 0; length < whole.length; length++) {
            Files.write(journal, Arrays.copyOf(whole, length));
            assertEquals(expected, out(call(true, "-l", "mse,r2", "-q")), "cut at " + length);
            assertEquals(4, lines().size(), "cut at " + length);
        }
    }

    @Test
    void garbageAtTheEndIsDroppedAndItsDumpsComputedAgain() throws IOException {
        String expected = out(call(true, "-l", "mse,r2"));
        byte[] whole = Files.readAllBytes(journal);
        int first = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        SplittableRandom random = new SplittableRandom(1);
        for (int from = first; from < whole.length; from += 13) {
            byte[] garbage = whole.clone();
            byte[] noise = new byte[whole.length - from];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, garbage, from, noise.length);
            Files.write(journal, garbage);
            assertEquals(expected, out(call(true, "-l", "mse,r2", "-q")), "garbage from " + from);
            assertEquals(4, lines().size());
        }
    }

    @Test
    void aByteChangedBeforeTheLastLineIsRefusedWithItsLineAndNeverBelieved() throws IOException {
        out(call(true, "-l", "mse"));
        byte[] whole = Files.readAllBytes(journal);
        int last = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('\n', whole.length - 2);
        int line = 1;
        for (int at = 0; at < last; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(journal, changed);
            Said call = Said.by(call(true, "-l", "mse"));
            assertEquals(3, call.status(), "byte " + at + ": " + call.err());
            assertEquals("", call.out());
            assertTrue(line == 1 || call.err().startsWith(journal + ":" + line + ":"), at + ": " + call.err());
            assertArrayEquals(changed, Files.readAllBytes(journal), "left as it was");
            line += whole[at] == '\n' ? 1 : 0;
        }
    }

    @Test
    void aCutLineIsSaid() throws IOException {
        out(call(true, "-l", "mse"));
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(whole, whole.length - 5));
        String err = Said.by(call(true, "-l", "mse")).err();
        assertTrue(err.matches("lossctl: warning: .*run.jsonl: the last \\d+ bytes are no whole line: dropped\n"), err);
    }

    @Test
    void aDumpThatHasChangedIsComputedAgainAndThatIsSaid() throws IOException {
        out(call(true, "-l", "mse"));
        String changed = dumps.get(1);
        Files.writeString(Path.of(changed), Files.readString(Path.of(changed)) + "x,1,0,1,c1,plain\n");
        Said call = Said.by(call(true, "-l", "mse"));
        assertEquals(out(call(false, "-l", "mse")), call.out());
        assertEquals(
                "lossctl: warning: " + changed + " has changed since " + journal + " kept its result: computed again\n",
                call.err());
        assertEquals("", Said.by(call(true, "-l", "mse")).err(), "the second line of that dump counts from now on");
    }

    @Test
    void aChangeThatKeepsSizeAndTimeIsNoticed() throws IOException {
        out(call(true, "-l", "mse"));
        Path changed = Path.of(dumps.get(2));
        FileTime time = Files.getLastModifiedTime(changed);
        String text = Files.readString(changed);
        Files.writeString(changed, text.replace(",0.1", ",0.9").replace(",0.2", ",0.8"));
        Files.setLastModifiedTime(changed, time);
        Said call = Said.by(call(true, "-l", "mse"));
        assertEquals(out(call(false, "-l", "mse")), call.out());
        assertTrue(call.err().contains("d2.csv has changed since"), call.err());
    }

    @Test
    void aDumpThatWasOnlyTouchedIsTheSame() throws IOException {
        out(call(true, "-l", "mse"));
        byte[] before = Files.readAllBytes(journal);
        for (String dump : dumps) {
            Files.setLastModifiedTime(Path.of(dump), FileTime.fromMillis(1_000_000_000_000L));
        }
        assertEquals("", Said.by(call(true, "-l", "mse")).err());
        assertArrayEquals(before, Files.readAllBytes(journal));
    }

    @Test
    void aLineTellsFileSizeAndDigestForThoseWhoLook() throws Exception {
        out(call(true, "-l", "mse"));
        byte[] content = Files.readAllBytes(Path.of(dumps.get(0)));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        String line = "";
        for (String each : lines()) {
            line = each.contains("d0.csv") ? each : line;
        }
        assertTrue(line.contains("\"size\":" + content.length + ","), line);
        assertTrue(line.contains("\"sha256\":\"" + digest + "\""), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-l mae",
                "-l mse,mae",
                "-l mse --weight-col w",
                "-l mse --missing skip",
                "-l mse --true-col 2",
                "-l mse --by site",
                "-l mse --dtype float32",
                "-l mse --worst 3",
                "-l mse --ci 95",
                "-l mse --json",
                "-l mse --as torch",
                "-l mse --on-bad-row skip"
            })
    void aJournalOfOtherSettingsIsRefused(String options) throws IOException {
        out(call(true, "-l", "mse"));
        byte[] before = Files.readAllBytes(journal);
        Said call = Said.by(call(true, options.split(" ")));
        assertEquals(2, call.status());
        assertEquals("", call.out());
        assertTrue(
                call.err().startsWith(journal + ": this journal does not go with this call: it was made"), call.err());
        assertArrayEquals(before, Files.readAllBytes(journal));
    }

    @Test
    void howItIsToldHasNoSayInIt() throws IOException {
        out(call(true, "-l", "mse"));
        for (String options : List.of("-f md", "-f csv --precision 3", "--threads 1", "-q", "--strict", "-f tsv")) {
            String[] words = ("-l mse " + options).split(" ");
            assertEquals(out(call(false, words)), out(call(true, words)));
        }
        assertEquals(4, lines().size());
    }

    @Test
    void moreDumpsMayComeLaterAndSomeMayGo() throws IOException {
        String last = dumps.remove(2);
        out(call(true, "-l", "mse"));
        dumps.set(0, last);
        assertEquals(out(call(false, "-l", "mse")), out(call(true, "-l", "mse")));
        assertEquals(4, lines().size());
    }

    @Test
    void whatIsNoJournalIsLeftAsItIs() throws IOException {
        for (String text :
                List.of("y_true,y_pred\n1,2\n", "{\"a\":1}\n", "{\"lossctl\":\"partial\",\"x\":1}\n", "hello")) {
            Files.writeString(journal, text);
            Said call = Said.by(call(true, "-l", "mse"));
            assertEquals(3, call.status());
            assertEquals(journal + ": not a journal of lossctl; it was left as it is\n", call.err());
            assertEquals(text, Files.readString(journal));
        }
    }

    @Test
    void aJournalInUseIsRefused() throws IOException {
        out(call(true, "-l", "mse"));
        try (FileChannel other = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            other.lock();
            Said call = Said.by(call(true, "-l", "mse"));
            assertEquals(4, call.status());
            assertEquals(
                    journal + ": another run is writing this journal: wait for it, or name another file\n", call.err());
        }
        assertEquals(0, Said.by(call(true, "-l", "mse")).status());
    }

    @Test
    void aDumpThatIsRefusedLeavesTheOthersKept() throws IOException {
        Files.writeString(Path.of(dumps.get(2)), "y_true,y_pred\n1,x\n");
        assertEquals(3, Said.by(call(true, "-l", "mse", "--threads", "1")).status());
        assertEquals(3, lines().size());
        Files.writeString(Path.of(dumps.get(2)), "y_true,y_pred\n1,2\n");
        assertEquals(out(call(false, "-l", "mse")), out(call(true, "-l", "mse")));
        assertEquals(4, lines().size());
    }

    @Test
    void warningsComeAgainFromTheJournal() throws IOException {
        dumps.set(
                0,
                Files.writeString(folder.resolve("p.csv"), "y_true,p0,p1\n1,0.5,0.4\n0,0.5,0.5\n")
                        .toString());
        dumps.subList(1, 3).clear();
        String err = Said.by(call(true, "-l", "sparse_cce")).err();
        assertTrue(err.contains("not sum to 1"), err);
        assertEquals(err, Said.by(call(true, "-l", "sparse_cce")).err());
        assertEquals(3, Said.by(call(true, "-l", "sparse_cce", "--strict")).status());
    }

    @Test
    void whatCannotBeResumedIsRefusedInOneLine() throws IOException {
        refused(2, Said.read("1,2\n", "eval", "-l", "mse", "--journal", journal.toString(), "-"));
        refused(2, Said.by("eval", "-l", "mse", "--journal", journal.toString(), "-t", "1", "-p", "2"));
        refused(2, Said.by("eval", "-l", "mse", "--journal", journal.toString(), "--train", dumps.get(0)));
        refused(2, Said.by("eval", "-l", "mse", "--journal", dumps.get(0), dumps.get(0)));
        refused(4, Said.by("eval", "-l", "mse", "--journal", "/dev/full", dumps.get(0)));
        refused(4, Said.by("eval", "-l", "mse", "--journal", folder.toString(), dumps.get(0)));
        refused(
                4,
                Said.by("eval", "-l", "mse", "--journal", folder.resolve("no/j").toString(), dumps.get(0)));
        assertFalse(Files.exists(journal));
    }

    private static void refused(int exit, Said call) {
        assertEquals(exit, call.status(), call.err());
        assertEquals("", call.out());
        assertEquals(1, call.err().lines().count(), call.err());
    }
}
