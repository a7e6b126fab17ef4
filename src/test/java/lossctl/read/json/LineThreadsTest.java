package lossctl.read.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Columns;
import lossctl.data.Limits;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.read.Bytes;
import lossctl.read.Dumps;
import lossctl.read.Format;
import lossctl.read.ReadOptions;
import lossctl.read.Sources;
import lossctl.read.TextBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** JSON Lines give the same rows and the same first refusal however they are cut and however many threads read. */
@Timeout(120)
class LineThreadsTest {
    private static final int[] THREADS = {1, 2, 3, 8};
    private static final int[] CHUNKS = {64, 1 << 10, 1 << 16, 1 << 22};

    @TempDir
    java.nio.file.Path folder;

    private static ReadOptions options(int chunk) {
        Policy skip = new Policy(true, Policy.STRICT.missingValues(), Policy.NonFinite.FAIL);
        return new ReadOptions(
                Format.JSONL, Columns.defaults(), true, (char) 0, (char) 0, skip, Limits.DEFAULT, false, chunk);
    }

    /** Some lines the fast way, some the general way, some skipped. */
    private static String text(int lines, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            double truth = random.nextDouble() - 0.5;
            String prediction = random.nextInt(50) == 0 ? "null" : Double.toString(random.nextDouble() * 1e-3);
            text.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "{\"y_pred\":" + prediction + ",\"y_true\":" + truth + "}\r\n";
                        case 1 ->
                            "{\"y_true\":\"" + truth + "\",\"x\":\"\u00e9\\n\",\"y_pred\":" + prediction + "}\n\n";
                        default -> "{\"y_true\": " + truth + ", \"y_pred\": " + prediction + "}\n";
                    });
        }
        return text.toString();
    }

    private static String read(Bytes bytes, int threads, int chunk) throws InterruptedException {
        Map<Long, String> blocks = new ConcurrentSkipListMap<>();
        try (BlockSource source = Dumps.of(Format.JSONL, bytes, options(chunk)).open()) {
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(new Thread(() -> drain(source, blocks)));
                workers.get(i).start();
            }
            for (Thread worker : workers) {
                worker.join();
            }
        }
        StringBuilder all = new StringBuilder();
        for (String block : blocks.values()) {
            if (block.startsWith("refused")) {
                return block;
            }
            all.append(block);
        }
        return all.toString();
    }

    private static void drain(BlockSource source, Map<Long, String> blocks) {
        Block block = new Block(source.layout());
        try {
            while (source.next(block)) {
                StringBuilder rows = new StringBuilder();
                for (int row = 0; row < block.rows(); row++) {
                    rows.append(block.truth()[row])
                            .append(' ')
                            .append(block.prediction()[row])
                            .append(' ');
                    rows.append(block.places().describe(row)).append('\n');
                }
                rows.append(block.skipped() > 0 ? "+" + block.skipped() + "\n" : "");
                blocks.put(block.ordinal(), rows.toString());
            }
        } catch (Refusal refusal) {
            blocks.put(
                    block.ordinal(),
                    "refused " + refusal.file() + ":" + refusal.line() + ":" + refusal.position() + ": "
                            + refusal.getMessage());
        }
    }

    /** Rows in order, and how many were skipped. */
    private static String summary(String read) {
        long skipped = 0;
        StringBuilder rows = new StringBuilder();
        for (String line : read.split("\n")) {
            if (line.startsWith("+")) {
                skipped += Long.parseLong(line.substring(1));
            } else {
                rows.append(line).append('\n');
            }
        }
        return skipped + " skipped\n" + rows;
    }

    @Test
    void theRowsAreTheSame() throws Exception {
        String text = text(20_000, 7);
        java.nio.file.Path file = java.nio.file.Files.writeString(folder.resolve("a.jsonl"), text);
        String expected = summary(read(Sources.bytes(file.toString()), 1, 1 << 22));
        assertTrue(expected.split("\n").length > 15_000);
        for (int threads : THREADS) {
            for (int chunk : CHUNKS) {
                String files = summary(read(Sources.bytes(file.toString()), threads, chunk));
                assertTrue(expected.equals(files), threads + " threads, chunks of " + chunk);
            }
        }
        Bytes pipe =
                Sources.bytes("a", TextBytes.of(file.toString(), text).piped().open());
        assertTrue(expected.replace(file + ":", "a:").equals(summary(read(pipe, 3, 1 << 10))), "a pipe");
    }

    @Test
    void theFirstRefusalIsTheSame() throws Exception {
        String[] lines = text(5_000, 8).split("\n");
        lines[3_000] = "{\"y_true\": 1, \"y_pred\": 1e999}";
        lines[3_007] = "{\"y_true\": 1, \"y_pred\": }";
        lines[4_990] = "?";
        TextBytes bytes = TextBytes.of("b.jsonl", String.join("\n", Arrays.asList(lines)));
        for (int threads : THREADS) {
            for (int chunk : CHUNKS) {
                assertEquals("refused b.jsonl:3001:25: too large for a double", read(bytes, threads, chunk));
            }
        }
    }
}
