package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every answer that there is in every format that there is: each must be a text of that format. */
class FormatsTest {
    private static final String GBR = "examples/dumps/diabetes_gbr.csv";
    private static final String RIDGE = "examples/dumps/diabetes_ridge.csv";
    private static final String EPOCHS = "examples/dumps/epochs/epoch_0?.csv";

    /** What is called; {@code SAVED} stands for a file of saved results. Those with {@code rows} tell of samples. */
    private static final String[] CALLS = {
        "eval -l mse,r2 " + GBR,
        "eval -l mse,r2 " + GBR + " " + RIDGE,
        "eval -l mse,median_ae " + GBR + " " + RIDGE + " --ci 95",
        "eval -l mse,r2 " + GBR + " --by fold",
        "eval -l mse,r2 " + GBR + " --by fold --ci 90",
        "eval -l mse,r2 " + GBR + " " + RIDGE + " --by fold --ci 90",
        "eval -l r2 " + GBR + " --by fold,id --min-n 1",
        "eval -l mse,quantile:tau=0.1,quantile:tau=0.9 " + GBR + " --bins y_true:3",
        "eval -l mse " + GBR + " --worst 3 --id-col id rows",
        "eval -l r2 " + GBR + " --influence 3 --id-col id rows",
        "eval -l sparse_cce examples/dumps/iris_logreg.csv --worst 3 rows",
        "eval -l mse,mae " + GBR + " --quantiles 0.5,0.9",
        "eval -l sparse_cce,accuracy --val " + EPOCHS,
        "eval -l sparse_cce,accuracy --train " + EPOCHS + " --val " + EPOCHS,
        "mse " + GBR,
        "mse " + GBR + " --ci 95",
        "mse " + GBR + " --by fold --ci 95",
        "compare " + GBR + " " + RIDGE + " -l mse",
        "compare " + GBR + " " + RIDGE + " " + GBR + " -l mse,r2",
        "compare " + GBR + " " + RIDGE + " -l mse,r2 --by fold",
        "compare " + GBR + " " + RIDGE + " -l mse --by fold,id",
        "compare SAVED " + RIDGE + " -l mse --by fold -q",
    };

    private static final String[] FORMATS = {"table", "md", "csv", "tsv", "json", "jsonl", "value"};

    @TempDir
    static Path folder;

    @BeforeAll
    static void save() throws IOException {
        Said call = Said.by("eval", "-l", "mse", GBR, "--by", "fold", "--ci", "95", "--json");
        Files.writeString(folder.resolve("saved.json"), call.out());
    }

    @TestFactory
    List<DynamicTest> everyAnswerIsATextOfItsFormat() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String call : CALLS) {
            for (String format : FORMATS) {
                tests.add(DynamicTest.dynamicTest(call + " -f " + format, () -> check(call, format)));
            }
        }
        assertEquals(CALLS.length * FORMATS.length, tests.size());
        return tests;
    }

    private static void check(String line, String format) throws IOException {
        boolean rows = line.endsWith(" rows");
        List<String> args = new ArrayList<>(List.of(line.replace(" rows", "")
                .replace("SAVED", folder.resolve("saved.json").toString())
                .split(" ")));
        args.addAll(List.of("-f", format));
        Said call = Said.by(args.toArray(new String[0]));
        assertEquals(0, call.status(), call.err());
        assertTrue(call.out().endsWith("\n"));
        List<String> lines = call.out().lines().toList();
        switch (format) {
            case "csv" -> assertCells(lines, ",");
            case "tsv" -> assertCells(lines, "\t");
            case "md" -> assertMarkdown(lines);
            case "table" -> assertTable(lines);
            case "json" -> assertJson(lines, rows);
            case "jsonl" -> assertJsonLines(lines, rows);
            default ->
                lines.forEach(number -> assertTrue(number.isEmpty() || !Double.isNaN(Double.parseDouble(number))));
        }
    }

    private static void assertCells(List<String> lines, String separator) {
        assertTrue(lines.size() >= 2);
        List<String> names = List.of(lines.get(0).split(separator, -1));
        assertEquals(names.size(), new HashSet<>(names).size(), "a name is there twice: " + names);
        for (String line : lines) {
            // No cell of these calls holds a separator, but those in quotes.
            String plain = line.replaceAll("\"[^\"]*\"", "x");
            assertEquals(names.size(), plain.split(separator, -1).length, line);
        }
    }

    private static void assertMarkdown(List<String> lines) {
        int columns = lines.get(0).split("\\|", -1).length;
        assertTrue(lines.get(0).startsWith("| ") && columns > 2, lines.get(0));
        assertTrue(lines.get(1).matches("(\\| (---|---:) )+\\|"), lines.get(1));
        int at = 0;
        while (at < lines.size() && !lines.get(at).isEmpty()) {
            assertEquals(columns, lines.get(at).split("\\|", -1).length, lines.get(at));
            at++;
        }
        // Words may follow, once an empty line has ended the table.
        assertTrue(at >= 3);
        for (String words : lines.subList(at, lines.size())) {
            assertFalse(words.startsWith("|"), words);
        }
    }

    private static void assertTable(List<String> lines) {
        assertTrue(lines.size() >= 2);
        for (String line : lines) {
            assertEquals(line.stripTrailing(), line);
            assertFalse(line.contains("\t") || line.contains("null") || line.contains("NaN"), line);
        }
    }

    private static ObjectMapper strict() {
        return new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }

    private static void assertJson(List<String> lines, boolean rows) throws IOException {
        assertEquals(1, lines.size());
        JsonNode json = strict().readTree(lines.get(0));
        assertTrue(json.isObject());
        if (!rows) {
            assertMetrics(json, "");
        }
    }

    /** What DVC takes for metrics: objects down to numbers and texts. It passes over null and refuses no text. */
    private static void assertMetrics(JsonNode node, String at) {
        assertFalse(node.isArray(), at + " is a list, which DVC does not see");
        node.properties().forEach(entry -> assertMetrics(entry.getValue(), at + "." + entry.getKey()));
    }

    private static void assertJsonLines(List<String> lines, boolean rows) throws IOException {
        List<String> names = null;
        for (String line : rows ? lines.subList(0, lines.size() - 1) : lines) {
            JsonNode json = strict().readTree(line);
            assertTrue(json.isObject(), line);
            List<String> own = new ArrayList<>();
            json.fieldNames().forEachRemaining(own::add);
            assertTrue(names == null || names.equals(own), names + " but " + own);
            names = own;
        }
    }
}
