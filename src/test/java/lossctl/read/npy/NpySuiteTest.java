package lossctl.read.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lossctl.data.Columns;
import lossctl.data.Limits;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.num.SuiteFiles;
import lossctl.read.Bytes;
import lossctl.read.Dumps;
import lossctl.read.Format;
import lossctl.read.ReadOptions;
import lossctl.read.Rows;
import lossctl.read.Sources;
import lossctl.read.TextBytes;
import org.junit.jupiter.api.Test;

/** Arrays that NumPy wrote, with the values it says they have, and files that are none. */
class NpySuiteTest {
    private static final Columns NO_TRUTH =
            new Columns(null, null, null, null, List.of(), List.of(), List.of(), null, false, true);
    private static final Policy PROPAGATE = new Policy(false, List.of(), Policy.NonFinite.PROPAGATE);

    private static ReadOptions options(int chunk) {
        return new ReadOptions(Format.NPY, NO_TRUTH, true, (char) 0, (char) 0, PROPAGATE, Limits.DEFAULT, false, chunk);
    }

    private static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private record Expected(String file, int[] shape, List<Double> values) {}

    private static List<Expected> expected(Path file) throws IOException {
        List<Expected> all = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                String name = null;
                List<Integer> shape = new ArrayList<>();
                List<Double> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    if (key.equals("file")) {
                        name = parser.getText();
                    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
                        while (parser.nextToken() != JsonToken.END_ARRAY) {
                            if (key.equals("shape")) {
                                shape.add(parser.getIntValue());
                            } else {
                                values.add(number(parser.getText()));
                            }
                        }
                    }
                }
                all.add(new Expected(name, shape.stream().mapToInt(i -> i).toArray(), values));
            }
        }
        return all;
    }

    @Test
    void everyArrayHasItsShapeAndItsValues() throws IOException {
        Path folder = SuiteFiles.folder("npy");
        List<Expected> all = expected(folder.resolve("expected.json"));
        List<String> wrong = new ArrayList<>();
        for (Expected array : all) {
            Path file = folder.resolve("generated").resolve(array.file());
            byte[] content = Files.readAllBytes(file);
            Bytes[] ways = {
                Sources.bytes(file.toString()),
                new TextBytes(array.file(), content, true),
                new TextBytes(array.file(), content, true).piped()
            };
            for (Bytes bytes : ways) {
                for (int chunk : new int[] {1, 100, 1 << 19}) {
                    check(array, Rows.values(Dumps.of(Format.NPY, bytes, options(chunk))), wrong);
                    if (!bytes.isRepeatable()) {
                        break;
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(247, all.size());
        System.err.println("npy: " + all.size() + "/247 arrays equal, each as a file, in memory and through a pipe");
    }

    private static void check(Expected array, Rows rows, List<String> wrong) {
        int samples = array.shape().length == 0 ? 1 : array.shape()[0];
        int width = 1;
        for (int i = 1; i < array.shape().length; i++) {
            width *= array.shape()[i];
        }
        if (rows.rows != samples || rows.layout.predictionWidth() != width || !rows.prediction.equals(array.values())) {
            wrong.add(array.file());
        }
    }

    @Test
    void everyHostileFileIsRefusedAtOnce() throws IOException {
        Path folder = SuiteFiles.folder("npy");
        List<Path> files = new ArrayList<>();
        int hostile = 0;
        for (String part : new String[] {"hostile", "numpy/lib/tests/data"}) {
            try (var found = Files.newDirectoryStream(folder.resolve(part), "*.np[yz]")) {
                found.forEach(files::add);
            }
            hostile = part.equals("hostile") ? files.size() : hostile;
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            Format format = file.toString().endsWith("z") ? Format.NPZ : Format.NPY;
            TextBytes bytes = new TextBytes(file.toString(), content, true);
            for (Bytes way : new Bytes[] {Sources.bytes(file.toString()), bytes, bytes.piped()}) {
                long before = threads.getCurrentThreadAllocatedBytes();
                Refusal refusal = assertThrows(
                        Refusal.class, () -> Rows.values(Dumps.of(format, way, options(1 << 19))), file::toString);
                assertTrue(refusal.file() != null && refusal.code().exit() >= 3, file.toString());
                assertTrue(threads.getCurrentThreadAllocatedBytes() - before < 8 << 20, file + " takes memory");
            }
        }
        assertEquals(23, hostile);
        assertEquals(5, files.size() - hostile);
        System.err.println(
                "npy: " + hostile + "/23 hostile files and " + (files.size() - hostile) + "/5 pickles refused");
    }
}
