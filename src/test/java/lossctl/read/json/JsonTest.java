package lossctl.read.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import lossctl.data.Columns;
import lossctl.data.Limits;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.read.Dumps;
import lossctl.read.Format;
import lossctl.read.Head;
import lossctl.read.ReadOptions;
import lossctl.read.Rows;
import lossctl.read.TextBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON documents and JSON Lines as data. */
class JsonTest {
    private static final Columns DEFAULTS = Columns.defaults();

    private static ReadOptions options(Columns columns, Policy policy, int chunk) {
        return new ReadOptions(Format.AUTO, columns, true, (char) 0, (char) 0, policy, Limits.DEFAULT, false, chunk);
    }

    private static Rows document(String text, ReadOptions options) {
        Rows rows = Rows.of(Dumps.of(Format.JSON, TextBytes.of("a.json", text), options));
        Rows piped = Rows.of(Dumps.of(Format.JSON, TextBytes.of("a.json", text).piped(), options));
        assertEquals(rows.prediction, piped.prediction);
        assertEquals(rows.truth, piped.truth);
        return rows;
    }

    private static Rows document(String text) {
        return document(text, ReadOptions.of(DEFAULTS));
    }

    private static Rows lines(String text, ReadOptions options) {
        Rows rows = Rows.of(Dumps.of(Format.JSONL, TextBytes.of("a.jsonl", text), options));
        Rows piped =
                Rows.of(Dumps.of(Format.JSONL, TextBytes.of("a.jsonl", text).piped(), options));
        assertEquals(rows.prediction, piped.prediction);
        assertEquals(rows.places, piped.places);
        return rows;
    }

    private static Refusal refused(String text) {
        return assertThrows(Refusal.class, () -> document(text));
    }

    private static String place(Refusal refusal) {
        return refusal.file() + ":" + refusal.line() + ":" + refusal.position() + ": " + refusal.getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"y_true\": [1, 0], \"y_pred\": [2, 3.5]}",
                "{\"y_pred\": [2, 3.5], \"model\": {\"a\": [1, {\"b\": null}]}, \"y_true\": [1, 0], \"t\": \"\\u00e9\"}",
                "[{\"y_true\": 1, \"y_pred\": 2}, {\"y_pred\": 3.5, \"x\": [[]], \"y_true\": 0}]",
                "\ufeff{\"y_true\": [[1], [0]], \"y_pred\": [[2], [3.5]]}\n",
                "[{\"y_true\": \"+1\", \"y_pred\": \" 2. \"},\n {\"y_true\": \".0\", \"y_pred\": \"035e-1\"}]"
            })
    void theTwoFormsOfADocumentGiveTheSameRows(String text) {
        Rows rows = document(text);
        assertEquals(List.of(1.0, 0.0), rows.truth);
        assertEquals(List.of(2.0, 3.5), rows.prediction);
        assertEquals(1, rows.layout.predictionWidth());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"y_true\": [1, 0], \"y_pred\": [[0.1, 0.9], [0.8, 0.2]]}",
                "[{\"y_true\": 1, \"y_pred\": [0.1, 0.9]}, {\"y_true\": 0, \"y_pred\": [0.8, 0.2]}]",
                "[{\"y_true\": 1, \"p1\": 0.9, \"p0\": 0.1}, {\"p0\": 0.8, \"p1\": 0.2, \"y_true\": 0}]",
                "{\"y_true\": [1, 0], \"p1\": [0.9, 0.2], \"p0\": [0.1, 0.8]}"
            })
    void rowsComeAsArraysOrAsFlatFields(String text) {
        Rows rows = document(text);
        assertEquals(List.of(1.0, 0.0), rows.truth);
        assertEquals(List.of(0.1, 0.9, 0.8, 0.2), rows.prediction);
        assertEquals(2, rows.layout.predictionWidth());
    }

    @Test
    void theFirstRecordMayEndAnywhereInTheBytesThatAreReadAhead() {
        String field = ",\"k\":1";
        for (int pad = 0; pad <= field.length(); pad++) {
            String record = "{\"y_true\":1," + " ".repeat(pad) + "\"y_pred\":2" + field.repeat(10_000) + "}";
            assertEquals(List.of(2.0), document("[" + record + "]").prediction, "behind " + pad + " blanks");
        }
        assertTrue(refused("[{\"y_true\"").getMessage().startsWith("not JSON: unexpected end-of-input"));
    }

    @Test
    void fieldsAreNamedAsColumnsAre() {
        Columns columns =
                new Columns("a", "b", "w", "id", List.of("var"), Arrays.asList("v*"), List.of("g"), null, false, false);
        String array = "{\"a\":[1],\"b\":[2],\"w\":[3],\"id\":[\"x\"],\"var\":[4],\"g\":[true]}";
        String records = "[{\"id\":\"x\",\"a\":1,\"b\":2,\"w\":3,\"var\":4,\"g\":true}]";
        for (String text : new String[] {array, records}) {
            Rows rows = document(text, options(columns, Policy.STRICT, 64));
            assertEquals(List.of(3.0), rows.weights);
            assertEquals(List.of(List.of(4.0)), rows.inputs);
            assertEquals(List.of(List.of("x"), List.of("true")), rows.texts);
            assertEquals(List.of("id", "g"), rows.layout.texts());
        }
    }

    @Test
    void textLabelsBecomeIndices() {
        Columns byName = new Columns(null, null, null, null, List.of(), List.of(), List.of(), null, true, false);
        Columns byList =
                new Columns(null, null, null, null, List.of(), List.of(), List.of(), List.of("b", "a"), true, false);
        String flat = "[{\"y\":\"b\",\"p_a\":1,\"p_b\":2},{\"y\":\"a\",\"p_a\":3,\"p_b\":4}]";
        assertEquals(List.of(1.0, 0.0), document(flat, options(byName, Policy.STRICT, 64)).truth);
        Rows listed = document(flat, options(byList, Policy.STRICT, 64));
        assertEquals(List.of(0.0, 1.0), listed.truth);
        assertEquals(List.of(2.0, 1.0, 4.0, 3.0), listed.prediction);
        String arrays = "{\"y\":[\"b\",\"a\"],\"y_pred\":[[1,2],[3,4]]}";
        assertEquals(List.of(0.0, 1.0), document(arrays, options(byList, Policy.STRICT, 64)).truth);
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> document("{\"y\":[\"b\",\n\"c\"],\"y_pred\":[[1,2],[3,4]]}", options(byList, Policy.STRICT, 64)));
        assertEquals("a.json:2:1: no such label", place(refusal));
        assertEquals("c", refusal.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"y_true\":[1],\"y_pred\":[2]} {} | a.json:1:29: something follows the document",
                "{\"y_true\":[1],~\"y_pred\":[2,x]} | a.json:2:13: not JSON: unrecognized token 'x'",
                "{\"y_true\":[1],~\"y_pred\":[1e400]} | a.json:2:11: too large for a double",
                "{\"y_true\":[1],~\"y_pred\":[\"foo\"]} | a.json:2:11: not a number",
                "{\"y_true\":[1],~\"y_pred\":[ true]} | a.json:2:12: not a number",
                "{\"y_true\":[1],~\"y_pred\":[null]} | a.json:2:11: missing value",
                "{\"y_true\":[1],~\"y_pred\":[ NaN]} | a.json:2:12: not finite",
                "{\"y_true\":[1],~\"y_pred\":[\"nan\"]} | a.json:2:11: not finite",
                "{\"y_true\":[1],~\"y_pred\":[{}]} | a.json:2:11: a number is wanted here, not an object",
                "{\"y_true\":[1],~\"y_pred\":[[[1]]]} | a.json:2:12: a number is wanted here, not an array",
                "{\"y_true\":[1,2],~\"y_pred\":[[1,2],[1]]} | a.json:2:19: 1 value, but 2 in the rows before",
                "{\"y_true\":[1],~\"y_true\":[1]} | a.json:2:1: field 'y_true' occurs twice",
                "{\"y_true\":[1,2],~\"y_pred\":[1]} | a.json:0:0: 'y_true' has 2 rows but 'y_pred' has 1",
                "{\"y_true\":[1,2],~\"y_pre\":[1]} | a.json:0:0: no field for the prediction (y_pred, pred, prediction, yhat, y_prob, prob, score); fields: y_true, y_pre",
                "[{\"y\":1,\"p\":2}] | a.json:0:0: no field for the prediction (y_pred, pred, prediction, yhat, y_prob, prob, score); fields: y, p",
                "[{\"y\":1,\"pred\":2},~{\"y\":1}] | a.json:2:1: field 'pred' is missing",
                "[{\"y\":1,\"pred\":2},~{\"y\":1,\"pred\":2,\"y\":1}] | a.json:2:17: field 'y' occurs twice",
                "[{\"y\":1,\"pred\":2},~{\"y\":1,\"pred\":[2,3]}] | a.json:2:19: 2 values, but 1 in the rows before",
                "[{\"y\":1,\"pred\":[1,2]},~{\"y\":1,\"pred\":2}] | a.json:2:15: 1 value, but 2 in the rows before",
                "[{\"y\":1,\"pred\":2},~5] | a.json:2:1: an object is wanted, one a sample",
                "[{\"y\":1,\"pred\":2},~{\"y\":1,\"pred\":2}~] 5 | a.json:3:3: something follows the document",
                "[{\"y\":1,\"pred\":2},~{\"y\":1,\"pred\":2} | a.json:2:17: not JSON: unexpected end-of-input: expected close marker for Array",
                "[1,2] | a.json:1:1: an array of objects is wanted, one a sample",
                "5 | a.json:1:1: an object of arrays, or an array of objects, is wanted",
                "[] 5 | a.json:1:4: something follows the document",
                "~ | a.json:1:1: no JSON in it",
            })
    void whatCannotBeReadIsRefusedWithLineAndColumn(String text, String message) {
        assertEquals(message, place(refused(text.replace('~', '\n'))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"é漢😀\":1,\"y_true\":[1],\"y_pred\":[\"x\"]} | 1:33: not a number",
                "{\"é漢😀\":1,\"y_true\":[1],\"y_pred\":[-Infinity]} | 1:33: not finite",
                "{\"é漢😀\":1,\"y_true\":[1],\"y_pred\":NaN} | 1:32: not finite",
                "{\"é漢😀\":1,~\"é\":2,\"y_true\":[1],\"y_pred\":[x]} | 2:30: not JSON: unrecognized token 'x'",
                "{\"é漢😀\":1,\"y_true\":[1],\"y_pred\":[2]} 5 | 1:37: something follows the document",
                "[{\"é漢😀\":1,\"y_true\":1,\"y_pred\":\"x\"}] | 1:31: not a number",
                "[{\"é漢😀\":1,\"y_true\":1,\"y_pred\":NaN}] | 1:31: not finite",
                "[{\"é\":1,\"y_true\":1,\"y_pred\":2},^~{\"é漢😀\":1,\"y_true\":1}] | 2:1: field 'y_pred' is missing",
                "[{\"y_true\":1,\"y_pred\":2,\"é\":1},{\"é漢😀\":1,\"y_true\":1}] | 1:32: field 'y_pred' is missing",
            })
    void columnsAreCountedInCharactersAndAWordIsPlacedAtItsBeginning(String text, String message) {
        String raw = text.replace('~', '\n').replace('^', '\r');
        for (String mark : new String[] {"", "\ufeff"}) {
            TextBytes file = TextBytes.of("a.json", mark + raw);
            for (TextBytes bytes : new TextBytes[] {file, file.piped()}) {
                Refusal refusal = assertThrows(
                        Refusal.class, () -> Rows.of(Dumps.of(Format.JSON, bytes, ReadOptions.of(DEFAULTS))));
                assertEquals(bytes.name() + ":" + message, place(refusal));
            }
        }
    }

    @Test
    void whatIsNotAskedForMayHoldAnything() {
        assertEquals(
                1,
                document("{\"y_true\":[1],\"y_pred\":[2],\"pred_text\":[1,[2]],\"z\":\"" + "x".repeat(70_000)
                                + "\",\"n\":1e999}")
                        .rows);
        assertEquals(1, document("{\"y_true\":[1],\"y_pred\":[2],\"p0\":[\"a\"]}").rows);
    }

    @Test
    void anArrayAloneIsPredictionsWhereNoTruthIsWanted() {
        Columns columns = new Columns(null, null, null, null, List.of(), List.of(), List.of(), null, false, true);
        Rows rows = document("[[1,2],[3,4]]", options(columns, Policy.STRICT, 64));
        assertEquals(List.of(1.0, 2.0, 3.0, 4.0), rows.prediction);
        assertEquals(List.of("1:5", "1:11"), rows.places);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"y_true\":[1,null,3,4],\"y_pred\":[5,6,NaN,8]}",
                "[{\"y_true\":1,\"y_pred\":5},{\"y_true\":1,\"y_pred\":null},{\"y_true\":1,\"y_pred\":\"-inf\"},"
                        + "{\"y_true\":4,\"y_pred\":8}]",
                "[{\"y_true\":1,\"y_pred\":5},{\"y_true\":1},{\"y_pred\":-Infinity,\"y_true\":\"NA\"},{\"y_true\":4,\"y_pred\":8}]"
            })
    void rowsAreLeftOutAndCounted(String text) {
        Policy skip = new Policy(true, Policy.STRICT.missingValues(), Policy.NonFinite.SKIP);
        Rows rows = document(text, options(DEFAULTS, skip, 64));
        assertEquals(2, rows.skipped);
        assertEquals(List.of(1.0, 4.0), rows.truth);
        assertEquals(List.of(5.0, 8.0), rows.prediction);
    }

    @Test
    void wordsForNumbersThatAreNotFinitePropagate() {
        Policy propagate = new Policy(false, List.of(), Policy.NonFinite.PROPAGATE);
        Rows rows = document(
                "{\"y_true\":[1,1,1,1],\"y_pred\":[NaN,Infinity,-Infinity,\"+INF\"]}",
                options(DEFAULTS, propagate, 64));
        double infinity = Double.POSITIVE_INFINITY;
        assertEquals(List.of(Double.NaN, infinity, -infinity, infinity), rows.prediction);
    }

    @Test
    void aBareNumberMayMeanMissing() {
        Policy skip = new Policy(true, List.of("-999"), Policy.NonFinite.FAIL);
        assertEquals(1, document("{\"y_true\":[1,1],\"y_pred\":[2,-999]}", options(DEFAULTS, skip, 64)).skipped);
    }

    @Test
    void placesAreFoundAgain() {
        assertEquals(List.of("2:12", "2:14"), document("{\"y_true\":[1,0],\n\"y_pred\": [2,3]}").places);
        assertEquals(
                List.of("1:26", "2:16"),
                document("[{\"y_true\":1,\"y_pred\":[1,2]},\n{\"y_pred\":[ 3, 4],\"y_true\":1}]").places);
    }

    @Test
    void linesAreReadAtAnyChunkSize() {
        String text = "\n{\"y_true\":1,\"y_pred\":2}\r\n  \n{\"y_pred\" : 3e0 , \"y_true\":0, \"x\":{\"y\":[1]}}\n\n"
                + "{\"y_true\":\"5\",\"y_pred\":-4}";
        for (int chunk : new int[] {1, 2, 3, 7, 16, 64, 1024}) {
            Rows rows = lines(text, options(DEFAULTS, Policy.STRICT, chunk));
            assertEquals(List.of(1.0, 0.0, 5.0), rows.truth, "chunks of " + chunk);
            assertEquals(List.of(2.0, 3.0, -4.0), rows.prediction);
            assertEquals(List.of("2:22", "4:13", "6:24"), rows.places);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"y\":1,\"pred\":2}~{\"y\":1,\"pred\":2} {} | a.jsonl:2:18: something follows the object",
                "{\"y\":1,\"pred\":2}~{\"y\":1,\"pred\":02} | a.jsonl:2:16: not JSON: invalid numeric value: Leading zeroes not allowed",
                "{\"y\":1,\"pred\":2}~{\"y\":1,~\"pred\":2} | a.jsonl:2:8: not JSON: unexpected end-of-input within/between Object entries",
                "{\"y\":1,\"pred\":2}~~[1] | a.jsonl:3:1: an object is wanted, one a sample",
                "[1]~ | a.jsonl:1:1: an object is wanted, one a line",
                "{\"y\":1,\"pred\":2}~{\"y\":1} | a.jsonl:2:1: field 'pred' is missing",
                "{\"y\":1,\"pred\":2}~{\"y\":1,\"pred\":1e400} | a.jsonl:2:15: too large for a double",
                "{\"y\":1,\"pred\":2}~{\"y\":1,\"é\":1,\"pred\":\"x\"} | a.jsonl:2:21: not a number",
                "~~{\"y\":1,\"pred\":} | a.jsonl:3:15: not JSON: unexpected character ('}' (code 125)): expected a value",
                "~ | a.jsonl:1:1: no JSON in it",
            })
    void aLineThatCannotBeReadIsRefusedAtAnyChunkSize(String text, String message) {
        for (int chunk : new int[] {1, 5, 16, 1024}) {
            ReadOptions options = options(DEFAULTS, Policy.STRICT, chunk);
            TextBytes bytes = TextBytes.of("a.jsonl", text.replace('~', '\n'));
            assertEquals(
                    message, place(assertThrows(Refusal.class, () -> Rows.of(Dumps.of(Format.JSONL, bytes, options)))));
        }
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] text = "{\"y_true\":[1],\n\"y_pred\":[2],\"x\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
        text[text.length - 3] = (byte) 0xc0;
        TextBytes bytes = new TextBytes("a.json", text, true);
        Refusal refusal =
                assertThrows(Refusal.class, () -> Rows.of(Dumps.of(Format.JSON, bytes, ReadOptions.of(DEFAULTS))));
        assertEquals("a.json:2:19: not UTF-8", place(refusal));
        byte[] line = "{\"y_true\":1,\"y_pred\":1,\"x\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
        line[line.length - 3] = (byte) 0xed;
        TextBytes lines = new TextBytes("a.jsonl", line, true);
        refusal = assertThrows(Refusal.class, () -> Rows.of(Dumps.of(Format.JSONL, lines, ReadOptions.of(DEFAULTS))));
        assertEquals("a.jsonl:1:30: not UTF-8", place(refusal));
    }

    @Test
    void limitsEndInExitFive() {
        String deep = "{\"y_true\":[1],\"y_pred\":[2],\"x\":" + "[".repeat(100) + "]".repeat(100) + "}";
        assertEquals(5, refused(deep).code().exit());
        String number = "{\"y_true\":[1],\"y_pred\":[" + "1".repeat(1025) + "]}";
        assertEquals(5, refused(number).code().exit());
        assertEquals(
                5,
                refused("{\"y_true\":[1],\"y_pred\":[\"" + "1".repeat(70_000) + "\"]}")
                        .code()
                        .exit());
    }

    @Test
    void whatIsTooWideOrTooLongEndsInExitFive() {
        String wide = "[" + "1,".repeat(65_536) + "1]";
        assertEquals(
                5, refused("{\"y_true\":[1],\"y_pred\":[" + wide + "]}").code().exit());
        assertEquals(
                5, refused("[{\"y_true\":1,\"y_pred\":" + wide + "}]").code().exit());
        StringBuilder fields = new StringBuilder("{\"f0\":1");
        for (int i = 1; i <= 65_536; i++) {
            fields.append(",\"f").append(i).append("\":1");
        }
        assertEquals(5, refused(fields + "}").code().exit());
        assertEquals(5, refused("[" + fields + "}]").code().exit());
        String line = "{\"y_true\":1,\"y_pred\":2}\n{\"x\":\"" + "x".repeat(5 << 20);
        for (int chunk : new int[] {1 << 12, 1 << 19}) {
            Refusal refusal = assertThrows(Refusal.class, () -> lines(line, options(DEFAULTS, Policy.STRICT, chunk)));
            assertEquals("a.jsonl:2:1: a line of more than 4 MiB", place(refusal));
        }
    }

    @Test
    void anObjectALineIsToldFromADocument() {
        assertTrue(isLines("{\"a\":1}\n{\"a\":2}\n"));
        assertTrue(isLines("{\"a\":\"}{\\\"\"} {"));
        assertFalse(isLines("{\"a\":[1,2],\n\"b\":[{\"c\":1},{\"c\":2}]}\n"));
        assertFalse(isLines("[{\"a\":1},{\"a\":1}]"));
        assertFalse(isLines("{\"a\":1}"));
    }

    @Test
    void anObjectALineIsToldWhereTheFirstLineIsLongerThanWhatIsReadAtFirst() {
        String line = "{\"y_true\":[0,\"" + "\\\"}{".repeat(50_000) + "\"]}";
        assertTrue(isLines(line + "\n" + line));
        assertFalse(isLines(line));
        // of a line that is too long no more than twice what it may be is kept
        Head head = Head.of(
                TextBytes.of("a", "{\"a\":\"" + "x".repeat(9 << 20) + "\"}\n{}").piped());
        assertFalse(Json.isLines(head));
        assertTrue(head.length() < 9 << 20, head.length() + " bytes read");
    }

    @Test
    void longLinesInAPipeAreReadAsThoseOfAFile() {
        String line = "{\"y_true\":[1" + ",1".repeat(50_000) + "],\"y_pred\":[2" + ",2".repeat(50_000) + "]}\n";
        Rows rows = Rows.of(
                Dumps.of(Format.AUTO, TextBytes.of("a", line + line).piped(), ReadOptions.of(Columns.defaults())));
        assertEquals(100_002, rows.prediction.size());
    }

    private static boolean isLines(String text) {
        return Json.isLines(Head.of(TextBytes.of("a", text).piped()));
    }
}
