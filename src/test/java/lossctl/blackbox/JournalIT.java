package lossctl.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs with a journal that are killed at any moment. {@code -Dlossctl.kills=200} kills as often as that, and prints how
 * many of them left a journal from which the output came out as if nothing had happened.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalIT {
    private static final int DUMPS = 60;
    private static final int ROWS = 400;
    private static final List<String> WHAT =
            List.of("eval", "-l", "mse,rmse", "--by", "region", "--json", "--glob", "*.csv");

    private Path folder;
    private Path dumps;
    private String expected;
    private long usualMillis;

    @BeforeAll
    void writeDumps(@TempDir Path where) throws Exception {
        folder = where;
        dumps = Files.createDirectory(folder.resolve("dumps"));
        SplittableRandom random = new SplittableRandom(5);
        for (int d = 0; d < DUMPS; d++) {
            StringBuilder text = new StringBuilder("y_true,y_pred,region\n");
            for (int i = 0; i < ROWS; i++) {
                double truth = random.nextDouble() * 9;
                text.append(truth).append(',').append(truth + random.nextDouble() - 0.4);
                text.append(',').append("r").append(random.nextInt(5)).append('\n');
            }
            Files.writeString(dumps.resolve("dump_" + (d < 10 ? "0" : "") + d + ".csv"), text);
        }
        expected = ended(start(null));
        long before = System.nanoTime();
        assertEquals(expected, ended(start(folder.resolve("first.jsonl"))));
        usualMillis = (System.nanoTime() - before) / 1_000_000;
    }

    private Process start(Path journal) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Shell.PROJECT.resolve("scripts/lossctl").toString());
        command.addAll(WHAT);
        if (journal != null) {
            command.addAll(List.of("--journal", journal.toString()));
        }
        command.add("dumps");
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String ended(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue());
        return out;
    }

    @Test
    void killedAtRandomMomentsItGoesOnAndTheOutputIsTheSameToTheLastByte() throws Exception {
        int kills = Integer.getInteger("lossctl.kills", 15);
        SplittableRandom random = new SplittableRandom();
        int right = 0;
        int partly = 0;
        for (int i = 0; i < kills; i++) {
            Path journal = folder.resolve("run_" + i + ".jsonl");
            Process process = start(journal);
            if (i % 2 == 0) {
                Thread.sleep(random.nextLong(usualMillis + usualMillis / 10));
            } else {
                awaitLines(journal, 1 + random.nextInt(DUMPS), process);
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            byte[] left = Files.exists(journal) ? Files.readAllBytes(journal) : new byte[0];
            int kept = lines(left);
            partly += kept > 1 && kept <= DUMPS ? 1 : 0;
            assertEquals(expected, ended(start(journal)), "after " + kept + " lines");
            byte[] whole = Files.readAllBytes(journal);
            int same = lastEnd(left);
            assertEquals(new String(left, 0, same), new String(whole, 0, same), "a line that was whole was changed");
            assertOneLineADump(whole);
            Files.delete(journal);
            right++;
        }
        assertEquals(List.of("dumps", "first.jsonl"), names(folder));
        assertEquals(DUMPS, names(dumps).size());
        if (System.getProperty("lossctl.kills") != null) {
            System.out.println("killed and resumed: " + right + "/" + kills + ", with some dumps done: " + partly);
        }
    }

    /** Waits until a journal has so many lines: to kill while dumps are being finished. */
    private static void awaitLines(Path journal, int count, Process process) throws Exception {
        while (process.isAlive() && (!Files.exists(journal) || lines(Files.readAllBytes(journal)) < count)) {
            Thread.sleep(1);
        }
    }

    @Test
    void twoRunsDoNotShareAJournal() throws Exception {
        Path journal = folder.resolve("shared.jsonl");
        Process first = start(journal);
        awaitLines(journal, 1, first);
        // Held still, for on a busy machine it might be done before the second has begun.
        assertEquals(0, Shell.line("kill -STOP " + first.pid(), folder).exit());
        Shell.Outcome second = Shell.line(
                "cd " + folder + " && lossctl " + String.join(" ", WHAT).replace("*", "\\*") + " dumps --journal "
                        + journal,
                folder);
        assertEquals(0, Shell.line("kill -CONT " + first.pid(), folder).exit());
        String out = ended(first);
        Files.delete(journal);
        assertEquals(
                new Shell.Outcome(
                        4, "", journal + ": another run is writing this journal: wait for it, or name another file\n"),
                second);
        assertEquals(expected, out);
    }

    private static void assertOneLineADump(byte[] journal) {
        TreeSet<String> files = new TreeSet<>();
        String[] all = new String(journal, StandardCharsets.UTF_8).split("\n");
        for (int i = 1; i < all.length; i++) {
            files.add(all[i].substring(0, all[i].indexOf(",\"size\"")));
        }
        assertEquals(DUMPS + 1, all.length);
        assertEquals(DUMPS, files.size());
    }

    private static int lines(byte[] bytes) {
        int lines = 0;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static int lastEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static List<String> names(Path where) throws IOException {
        try (Stream<Path> all = Files.list(where)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
