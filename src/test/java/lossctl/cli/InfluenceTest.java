package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code --influence}, against evaluations of files from which the row was really taken out. */
class InfluenceTest {
    private static final double TOLERANCE = 1e-12;

    @TempDir
    static Path folder;

    private static String file(String name, List<String> rows) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", rows) + "\n")
                .toString();
    }

    private static JsonNode json(String... args) throws IOException {
        Said call = Said.by(args);
        assertEquals(0, call.status(), call.err());
        return new ObjectMapper().readTree(call.out());
    }

    @TestFactory
    List<DynamicTest> theInfluenceIsTheTotalWithoutTheRowLessTheTotal() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String loss : List.of("mse", "mae", "huber", "rmse", "r2", "wmape", "explained_variance", "rse", "bce")) {
            for (boolean weighted : new boolean[] {false, true}) {
                tests.add(DynamicTest.dynamicTest(loss + (weighted ? " weighted" : ""), () -> check(loss, weighted)));
            }
        }
        return tests;
    }

    private static void check(String loss, boolean weighted) throws IOException {
        Random random = new Random(8);
        String name = loss + weighted;
        List<String> rows = new ArrayList<>(List.of("id,y_true,y_pred,w"));
        for (int i = 0; i < 25; i++) {
            rows.add("s" + i + "," + random.nextDouble() + "," + random.nextDouble() + "," + (1 + random.nextInt(5)));
        }
        List<String> args = new ArrayList<>(List.of(loss, "--json"));
        if (weighted) {
            args.addAll(List.of("--weight-col", "w"));
        }
        String all = file(name + ".csv", rows);
        double total = value(args, all);
        List<String> influence = new ArrayList<>(args);
        influence.addAll(List.of("--influence", "25", "--id-col", "id", all));
        JsonNode samples = json(influence.toArray(new String[0])).get("samples");
        assertEquals(25, samples.size());
        double last = Double.POSITIVE_INFINITY;
        for (JsonNode sample : samples) {
            List<String> others = new ArrayList<>(rows);
            others.removeIf(row -> row.startsWith(sample.get("id").asText() + ","));
            assertEquals(25, others.size());
            double without = value(args, file(name + "-1.csv", others));
            double told = sample.get("influence").asDouble();
            assertEquals(without - total, told, TOLERANCE * Math.max(1, Math.abs(total)), sample.toString());
            assertTrue(Math.abs(told) <= last, "not sorted");
            last = Math.abs(told);
        }
    }

    private static double value(List<String> args, String file) throws IOException {
        List<String> all = new ArrayList<>(args);
        all.add(file);
        return json(all.toArray(new String[0])).get("value").asDouble();
    }

    @Test
    void aSampleWithoutWhichThereIsNoValueComesFirstAndHasAnEmptyCell() throws IOException {
        String file = file("a.csv", List.of("y_true,y_pred", "1,2", "1,3", "1,1.5", "4,4"));
        // Without the last row the truth is constant, and r2 has no value.
        Said call = Said.by("r2", file, "--influence", "2", "-f", "csv");
        List<String> lines = call.out().lines().toList();
        assertEquals("at,y_true,y_pred,influence", lines.get(0));
        assertEquals(file + ":5,4.0,4.0,", lines.get(1));
    }

    @Test
    void rowsOfSeveralFilesAndOfAPipeAreFound() throws IOException {
        String a = file("b.csv", List.of("y_true,y_pred", "0,1", "0,2"));
        String b = file("c.csv", List.of("y_true,y_pred", "0,9", "0,0"));
        // Errors 1 2 9 0, mean 3: without 9 it is 1, without 0 it is 4.
        assertEquals(
                "at,y_true,y_pred,loss,influence\n" + b + ":2,0.0,9.0,9.0,-2.0\n" + b + ":3,0.0,0.0,0.0,1.0\n",
                Said.by("eval", "-l", "mae", a, b, "--influence", "2", "-f", "csv")
                        .out());
        assertEquals(
                "at,y_true,y_pred,loss,influence\n<stdin>:2,0.0,9.0,9.0,-4.5\n",
                Said.read("y_true,y_pred\n0,9\n0,0\n", "mae", "--influence", "1", "-f", "csv")
                        .out());
    }

    @Test
    void whatIsNoFunctionOfSumsIsRefused() {
        for (String loss : List.of("median_ae", "max_error", "mdape", "nrmse")) {
            Said call = Said.by(loss, "examples/preds.csv", "--influence", "1");
            assertTrue(call.status() == 2 && call.err().contains(loss), call.err());
        }
        String[] eval = {"eval", "-l", "mse,mae", "examples/preds.csv", "--influence", "1"};
        assertEquals(2, Said.by(eval).status());
        assertEquals(
                2,
                Said.by("mse", "examples/preds.csv", "--influence", "1", "--worst", "1")
                        .status());
        assertEquals(2, Said.by("mse", "examples/preds.csv", "--influence", "0").status());
    }
}
