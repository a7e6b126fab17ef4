package lossctl.read.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Columns;
import lossctl.data.Dataset;
import lossctl.data.Limits;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.read.Format;
import lossctl.read.ReadOptions;
import lossctl.read.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random texts, cut anywhere and read by any number of threads, against a reader that takes one character at a time. */
class CsvPropertyTest {
    private static final String[] ENDS = {"\n", "\r\n", "\r"};

    @TempDir
    Path folder;

    @Test
    void recordsAreThoseOfTheNaiveReaderWhereverTheTextIsCut() {
        for (long seed = 0; seed < 3000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = text(random, 1 + random.nextInt(4), random.nextInt(30), true);
            NaiveCsv naive = new NaiveCsv(text, '#');
            int piece = 1 + random.nextInt(random.nextBoolean() ? 8 : 200);
            CsvRecords read = CsvRecords.of(text.getBytes(StandardCharsets.UTF_8), piece, '#');
            assertEquals(naive.records.toString(), read.verdict(), "seed " + seed + ", pieces of " + piece);
        }
    }

    @Test
    void rowsDoNotDependOnPiecesAndThreads() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = "a,b,note\n" + text(random, 0, 5 + random.nextInt(120), false);
            NaiveCsv naive = new NaiveCsv(text, '#');
            List<String> expected = new ArrayList<>();
            for (int r = 1; r < naive.records.size(); r++) {
                List<String> record = naive.records.get(r);
                expected.add(naive.lines.get(r) + " " + Double.parseDouble(record.get(0)) + " "
                        + Double.parseDouble(record.get(1)) + " " + record.get(2));
            }
            Path file = Files.writeString(folder.resolve("rows.csv"), text);
            int piece = 1 + random.nextInt(random.nextBoolean() ? 64 : 3000);
            int threads = 1 + random.nextInt(4);
            String where = "seed " + seed + ", pieces of " + piece + ", threads " + threads;
            assertEquals(expected, rows(Sources.file(file.toString(), options(piece)), threads), where);
            assertEquals(
                    expected,
                    rows(Sources.stream("rows.csv", Files.newInputStream(file), options(piece)), threads),
                    where);
        }
    }

    @Test
    void theFirstRefusalIsToldWhateverThePiecesAndThreads() throws Exception {
        int refused = 0;
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> lines = new ArrayList<>(List.of(("a,b,note\n" + text(random, 0, 60, false)).split("(?<=\n)")));
            String[] faults = {"x,1,\n", "1,y,\n", "1\n", "1,2,3,4\n", "1,2,\"z\"z\n", ",1,z\n", "1,nan,z\n", "1,2,\"z"
            };
            for (int i = 0; i < 3; i++) {
                lines.add(1 + random.nextInt(lines.size()), faults[random.nextInt(faults.length)]);
            }
            Path file = Files.writeString(folder.resolve("faults.csv"), String.join("", lines));
            String expected = null;
            for (int threads = 1; threads <= 3; threads++) {
                for (int piece : new int[] {1, 7, 64, 500, 1 << 20}) {
                    String refusal = refusal(Sources.file(file.toString(), options(piece)), threads);
                    expected = threads == 1 && piece == 1 ? refusal : expected;
                    assertEquals(expected, refusal, "seed " + seed + ", pieces of " + piece + ", threads " + threads);
                }
            }
            refused += expected == null ? 0 : 1; // A fault in quotes may be none.
        }
        assertTrue(refused >= 250, "refused: " + refused);
    }

    /** Records of random fields; {@code columns} 0 stands for two numbers and a text. */
    private static String text(SplittableRandom random, int columns, int records, boolean comments) {
        StringBuilder text = new StringBuilder();
        boolean mixed = random.nextInt(4) == 0;
        String end = ENDS[random.nextInt(3)];
        for (int r = 0; r < records; r++) {
            if (comments && random.nextInt(10) == 0) {
                text.append("#a \"comment\",").append(end);
            }
            if (random.nextInt(12) == 0) {
                text.append(end);
            }
            int start = text.length();
            if (columns == 0) {
                text.append(number(random)).append(',').append(number(random)).append(',');
                text.append(field(random));
            }
            for (int c = 0; c < columns; c++) {
                text.append(c == 0 ? "" : ",").append(field(random));
            }
            if (text.length() == start) {
                text.append("\"\"");
            }
            if (text.charAt(start) == '#') {
                text.setCharAt(start, 'h');
            }
            boolean last = r == records - 1 && random.nextBoolean();
            text.append(last ? "" : mixed ? ENDS[random.nextInt(3)] : end);
        }
        return text.toString();
    }

    private static String number(SplittableRandom random) {
        String number = Double.toString(random.nextInt(3) == 0 ? random.nextInt(100) : random.nextDouble() * 1e3);
        return random.nextInt(5) == 0 ? '"' + number + '"' : number;
    }

    private static String field(SplittableRandom random) {
        int length = random.nextInt(random.nextInt(10) == 0 ? 60 : 6);
        StringBuilder field = new StringBuilder();
        boolean quoted = random.nextInt(3) == 0;
        for (int i = 0; i < length; i++) {
            String pick = quoted ? "ab \",\n\r#é" : "ab \"+1#é-";
            char c = pick.charAt(random.nextInt(pick.length()));
            field.append(quoted && c == '"' ? "\"\"" : !quoted && i == 0 && c == '"' ? "q" : c);
        }
        return quoted ? '"' + field.toString() + '"' : field.toString();
    }

    private static ReadOptions options(int piece) {
        Columns columns = new Columns("a", "b", null, null, List.of(), List.of(), List.of("note"), null, false, false);
        return new ReadOptions(
                Format.CSV, columns, true, (char) 0, (char) 0, Policy.STRICT, Limits.DEFAULT, false, piece);
    }

    /** All rows in order, each with its line. */
    private static List<String> rows(Dataset data, int threads) throws Exception {
        Map<Long, List<String>> blocks = Collections.synchronizedMap(new TreeMap<>());
        try (BlockSource source = data.open()) {
            run(threads, () -> {
                Block block = new Block(source.layout());
                while (source.next(block)) {
                    List<String> rows = new ArrayList<>();
                    for (int r = 0; r < block.rows(); r++) {
                        String place = block.places().describe(r);
                        rows.add(place.substring(place.lastIndexOf(':') + 1) + " " + block.truth()[r] + " "
                                + block.prediction()[r] + " " + block.texts(0)[r]);
                    }
                    blocks.put(block.ordinal(), rows);
                }
            });
        }
        List<String> all = new ArrayList<>();
        blocks.values().forEach(all::addAll);
        return all;
    }

    /** The refusal of the first block that has one. */
    private static String refusal(Dataset data, int threads) throws Exception {
        Map<Long, String> refusals = Collections.synchronizedMap(new TreeMap<>());
        try (BlockSource source = data.open()) {
            run(threads, () -> {
                Block block = new Block(source.layout());
                try {
                    while (source.next(block)) {
                        assertTrue(block.rows() >= 0);
                    }
                } catch (Refusal refusal) {
                    refusals.put(
                            block.ordinal(),
                            refusal.file() + ":" + refusal.line() + ":" + refusal.position() + ":" + refusal.field()
                                    + ": " + refusal.getMessage());
                }
            });
        }
        return refusals.isEmpty() ? null : refusals.values().iterator().next();
    }

    private static void run(int threads, Runnable work) throws InterruptedException, ExecutionException, IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            for (Future<?> done : running) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
