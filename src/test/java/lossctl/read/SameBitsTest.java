package lossctl.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import lossctl.catalog.Catalog;
import lossctl.data.Columns;
import lossctl.data.Dataset;
import lossctl.data.Layout;
import lossctl.data.Limits;
import lossctl.data.Omissions;
import lossctl.data.Policy;
import lossctl.eval.Detail;
import lossctl.eval.Evaluation;
import lossctl.eval.Evaluator;
import lossctl.eval.PerSample;
import lossctl.eval.Reduction;
import lossctl.eval.Result;
import lossctl.eval.SampleRows;
import lossctl.eval.SampleSink;
import lossctl.eval.Score;
import lossctl.loss.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Threads, chunk sizes and formats change nothing: one hash of values, of what each sample says, and of gradients. */
@Timeout(300)
class SameBitsTest {
    private static final int ROWS = 40_000;
    private static final int[] THREADS = {1, 2, 3, 8};
    private static final int WHOLE = 8 << 20;
    private static final int[] CHUNKS = {64, 1 << 10, 64 << 10, 512 << 10, WHOLE};

    @TempDir
    private Path folder;

    @Test
    void fortyCombinationsGiveOneHash() throws IOException, NoSuchAlgorithmException {
        Path csv = folder.resolve("a.csv");
        Path json = folder.resolve("a.jsonl");
        write(csv, json);
        TreeSet<String> hashes = new TreeSet<>();
        int combinations = 0;
        for (Path file : List.of(csv, json)) {
            for (int chunk : CHUNKS) {
                for (int threads : THREADS) {
                    hashes.add(hash(Sources.file(file.toString(), options(chunk)), threads));
                    combinations++;
                }
            }
        }
        assertEquals(40, combinations);
        assertEquals(1, hashes.size(), hashes.toString());
        System.err.println(
                "threads, chunks and formats: " + combinations + " combinations of values, of what each sample"
                        + " says and of gradients, one hash: " + hashes.first());
    }

    /** Numbers of many sizes, in the forms that programs write, the same in both files. */
    private static void write(Path csv, Path json) throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder fields = new StringBuilder("y_true,y_pred\n");
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            String truth = text(random);
            String prediction = text(random);
            fields.append(truth).append(',').append(prediction).append('\n');
            lines.append("{\"y_true\": ").append(truth).append(", \"y_pred\": ");
            lines.append(prediction).append("}\n");
        }
        Files.writeString(csv, fields);
        Files.writeString(json, lines);
    }

    private static String text(SplittableRandom random) {
        double x = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(24) - 12);
        return switch (random.nextInt(3)) {
            case 0 -> Double.toString(x);
            case 1 -> Float.toString((float) x);
            default -> Long.toString(random.nextLong(2_000_001) - 1_000_000);
        };
    }

    private static ReadOptions options(int chunk) {
        return new ReadOptions(
                Format.AUTO, Columns.defaults(), true, (char) 0, (char) 0, Policy.STRICT, Limits.DEFAULT, false, chunk);
    }

    private static String hash(Dataset data, int threads) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Selection> losses = List.of(loss("mse"), loss("mae"), loss("log_cosh"), loss("r2"));
        Evaluation all = new Evaluation(losses, Reduction.MEAN, false, false, threads);
        Result result = new Evaluator(all).evaluate(data);
        assertEquals(ROWS, result.n());
        for (Score score : result.scores()) {
            put(digest, score.value());
        }
        Evaluation one = new Evaluation(List.of(loss("huber")), Reduction.MEAN, false, false, threads);
        Samples samples = new Samples(digest);
        put(
                digest,
                new PerSample(one, new Detail(true, false, true), Omissions.NONE)
                        .evaluate(data, samples)
                        .scores()
                        .get(0)
                        .value());
        assertEquals(ROWS, samples.rows);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Selection loss(String name) {
        return Selection.of(Catalog.find(name));
    }

    private static void put(MessageDigest digest, double value) {
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            digest.update((byte) (bits >>> shift));
        }
    }

    /** Feeds what every sample says into a hash, in the order in which it comes. */
    private static final class Samples implements SampleSink {
        private final MessageDigest digest;
        private int rows;

        Samples(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public void start(Layout layout, int each) {}

        @Override
        public void accept(SampleRows block) {
            for (int i = 0; i < block.rows(); i++) {
                put(digest, block.truth()[i]);
                put(digest, block.prediction()[i]);
                put(digest, block.loss()[i]);
                put(digest, block.gradient()[i]);
                put(digest, block.share()[i]);
            }
            rows += block.rows();
        }
    }
}
