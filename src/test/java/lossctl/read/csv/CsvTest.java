package lossctl.read.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import lossctl.data.Columns;
import lossctl.data.Limits;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.read.Dumps;
import lossctl.read.Format;
import lossctl.read.ReadOptions;
import lossctl.read.Rows;
import lossctl.read.TextBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What CSV gives, and what it refuses in which words. */
class CsvTest {
    private static final List<String> MISSING = Policy.STRICT.missingValues();

    /** Options of a test, changed one at a time. */
    private record Given(
            Columns columns,
            boolean header,
            char delimiter,
            char comment,
            Policy policy,
            boolean unchecked,
            int chunk) {
        static Given usual() {
            return new Given(Columns.defaults(), true, (char) 0, (char) 0, Policy.STRICT, false, 16);
        }

        Given columns(Columns other) {
            return new Given(other, header, delimiter, comment, policy, unchecked, chunk);
        }

        Given policy(boolean skip, List<String> missing, Policy.NonFinite nonFinite) {
            Policy other = new Policy(skip, missing, nonFinite);
            return new Given(columns, header, delimiter, comment, other, unchecked, chunk);
        }

        Given signs(char between, char before) {
            return new Given(columns, header, between, before, policy, unchecked, chunk);
        }

        Given pieces(int length) {
            return new Given(columns, header, delimiter, comment, policy, unchecked, length);
        }

        Given noHeader() {
            return new Given(columns, false, delimiter, comment, policy, unchecked, chunk);
        }

        Given unchecked(Columns other) {
            return new Given(other, header, delimiter, comment, policy, true, chunk);
        }

        Rows read(String text) {
            return Rows.of(Dumps.of(Format.CSV, TextBytes.of("a.csv", text), options()));
        }

        /** The refusal as one line: code, place, message, hint. */
        String refusal(String text) {
            Refusal refusal = assertThrows(Refusal.class, () -> read(text));
            String place = refusal.line() == 0 ? "" : ":" + refusal.line();
            place += refusal.position() == 0 ? "" : ":" + refusal.position();
            String hint = refusal.hint() == null ? "" : " | " + refusal.hint();
            return refusal.code() + " " + refusal.file() + place + ": " + refusal.getMessage() + hint;
        }

        private ReadOptions options() {
            return new ReadOptions(
                    Format.CSV, columns, header, delimiter, comment, policy, Limits.DEFAULT, unchecked, chunk);
        }
    }

    private static Columns columns(String truth, String prediction, List<String> labels) {
        return new Columns(
                truth, prediction, null, null, List.of(), List.of(), List.of(), labels, labels != null, false);
    }

    private static Columns classes() {
        return new Columns(null, null, null, null, List.of(), List.of(), List.of(), null, true, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y,pred\n1,2\n3,4\n",
                "y,pred\r\n1,2\r\n3,4\r\n",
                "y,pred\r1,2\r3,4\r",
                "y,pred\n1,2\n3,4",
                "\ufeffy,pred\n1,2\n3,4",
                "\"y\",\"pred\"\n\"1\",\"2\"\n3,4",
                "\ny,pred\n\n1,2\n\n\n3,4\n\n",
                "y , pred\n 1,2 \n3,\t4\n",
                "y,x,pred\n1,\"a\nb\",2\n3,\"\"\"\",4\n",
                "pred,y\n2,1\n4,3\n",
                "y,pred\n1.0,+2\n03,4e0\n"
            })
    void theSameRowsHoweverTheyAreWritten(String text) {
        Rows rows = Given.usual().read(text);
        assertEquals(List.of(1.0, 3.0), rows.truth);
        assertEquals(List.of(2.0, 4.0), rows.prediction);
    }

    @Test
    void delimitersAndCommentsAreWhatTheUserSays() {
        for (char delimiter : new char[] {';', '\t', '|', ' ', ':', '~'}) {
            String text = "#y,pred\ny,pred\n1,2\n# no row\n3,4\n#".replace(',', delimiter);
            Rows rows = Given.usual().signs(delimiter, '#').read(text);
            assertEquals(List.of(1.0, 3.0), rows.truth);
            assertEquals(List.of(2.0, 4.0), rows.prediction);
        }
        String wrong = "USAGE null: --delimiter takes one ASCII character that is neither a quote nor a line end";
        assertEquals(wrong, Given.usual().signs('"', (char) 0).refusal("a,b\n"));
        assertEquals(wrong, Given.usual().signs('§', (char) 0).refusal("a,b\n"));
    }

    @Test
    void withoutHeaderColumnsAreNumbers() {
        Rows rows = Given.usual().noHeader().read("1,2,3\n4,5,6\n");
        assertEquals(List.of(1.0, 4.0), rows.truth);
        assertEquals(List.of(2.0, 3.0, 5.0, 6.0), rows.prediction);
        rows = Given.usual().noHeader().columns(columns("3", "1", null)).read("1,2,3\n4,x,6\n");
        assertEquals(List.of(3.0, 6.0), rows.truth);
        assertEquals(
                "NOT_A_NUMBER a.csv:2:3: column 2: not a number: 'x' | --missing skip --missing-values x",
                Given.usual().noHeader().refusal("1,2\n4,x\n"));
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsPlace() {
        String head = "id,y_true,y_pred\n1,2,3\n";
        String[][] table = {
            {
                "2,3,foo\n",
                "NOT_A_NUMBER :3:5: column 'y_pred': not a number: 'foo'" + " | --missing skip --missing-values foo"
            },
            {"é,x,3", "NOT_A_NUMBER :3:3: column 'y_true': not a number: 'x' | --missing skip --missing-values x"},
            {"2,,3\n", "MISSING_VALUE :3:3: column 'y_true': missing value | --missing skip"},
            {"2,\"\",3\n", "MISSING_VALUE :3:3: column 'y_true': missing value | --missing skip"},
            {"2,3,NA\n", "MISSING_VALUE :3:5: column 'y_pred': missing value | --missing skip"},
            {"2,3,-inf\n", "NOT_FINITE :3:5: column 'y_pred': not finite: '-inf' | --nonfinite skip, or propagate"},
            {
                "2,3,\"1,234.5\"\n",
                "NOT_A_NUMBER :3:5: column 'y_pred': not a number: '1,234.5'" + " | write the digits without separators"
            },
            {
                "2,1d,3\n",
                "NOT_A_NUMBER :3:3: column 'y_true': not a number: '1d'" + " | leave out the letter behind the number"
            },
            {"2,0x1p3,3\n", "NOT_A_NUMBER :3:3: column 'y_true': not a number: '0x1p3' | write it in decimal"},
            {
                "2,1_000,3\n",
                "NOT_A_NUMBER :3:3: column 'y_true': not a number: '1_000'" + " | write the digits without underscores"
            },
            {
                "2,1e400,3\n",
                "OVERFLOW :3:3: column 'y_true': too large for a double: '1e400'"
                        + " | the largest double is 1.7976931348623157e+308"
            },
            {"\n\n\"a\n\nb\",x y,3\n", "NOT_A_NUMBER :7:4: column 'y_true': not a number: 'x y'"},
            {"2,3\n", "SHAPE :3: 2 fields, but the header has 3"},
            {"2,3,4,\n", "SHAPE :3: 4 fields, but the header has 3"},
            {"2\n", "SHAPE :3: 1 field, but the header has 3"},
            {" \n", "SHAPE :3: 1 field, but the header has 3"},
            {"2,3,\"4\n", "MALFORMED :3:5: a quote that is never closed"},
            {
                "2,3,\"4\"5\n",
                "MALFORMED :3:8: text behind a closing quote" + " | a quote inside a quoted field is written twice"
            },
            {"2,3,4\"\n", "NOT_A_NUMBER :3:5: column 'y_pred': not a number: '4\"'"},
            {"2,\0,4\n", "NOT_A_NUMBER :3:3: column 'y_true': not a number: '\0'"},
            {
                "2," + "x".repeat(50) + ",4\n",
                "NOT_A_NUMBER :3:3: column 'y_true': not a number: '" + "x".repeat(40) + "...'"
            },
            {
                "2,3,4\n2,x,z\n",
                "NOT_A_NUMBER :4:3: column 'y_true': not a number: 'x'" + " | --missing skip --missing-values x"
            },
            {
                "2,3,z\n2,x,3\n",
                "NOT_A_NUMBER :3:5: column 'y_pred': not a number: 'z'" + " | --missing skip --missing-values z"
            },
        };
        for (String[] row : table) {
            String expected = row[1].replaceFirst(" :", " a.csv:");
            assertEquals(expected, Given.usual().refusal(head + row[0]));
        }
    }

    @Test
    void aTextThatIsNoTableIsRefused() {
        assertEquals("EMPTY a.csv: is empty", Given.usual().refusal(""));
        assertEquals("EMPTY a.csv: is empty", Given.usual().refusal("\ufeff"));
        assertEquals("EMPTY a.csv: has no rows", Given.usual().refusal("\n\n"));
        assertEquals(
                "MALFORMED a.csv:1:1: a NUL in the header: is this text in UTF-8?",
                Given.usual().refusal("y\0,pred\n"));
        assertEquals(
                "NO_COLUMN a.csv: no column for the truth (y_true, true, target, label, actual, y) and none for the"
                        + " prediction (y_pred, pred, prediction, yhat, y_prob, prob, score);"
                        + " columns: 1, 2 | --no-header, if the first line is a row",
                Given.usual().refusal("1,2\n3,4\n"));
        assertEquals(
                "NO_COLUMN a.csv: no column for the truth (y_true, true, target, label, actual, y) and none for the"
                        + " prediction (y_pred, pred, prediction, yhat, y_prob, prob, score);"
                        + " columns: y;pred | --delimiter ';'",
                Given.usual().refusal("y;pred\n3;4\n"));
        assertEquals(
                "NO_COLUMN a.csv: no column 'yhat'; columns: y_true, y_pred, region. Did you mean 'y_pred'?",
                Given.usual().columns(columns(null, "yhat", null)).refusal("y_true,y_pred,region\n"));
        assertEquals(
                "AMBIGUOUS_COLUMN a.csv: two columns 'y': 1 and 3 | say which by its number",
                Given.usual().refusal("y,pred,y\n1,2,3\n"));
        assertEquals(List.of(2.0), Given.usual().read("y,x,pred,x\n1,a,2,b\n").prediction);
    }

    @Test
    void textInAnotherEncodingIsNamed() {
        for (String encoding : new String[] {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"}) {
            byte[] bytes = "\ufeffy,pred\n1,2\n".getBytes(java.nio.charset.Charset.forName(encoding));
            Refusal refusal = assertThrows(
                    Refusal.class,
                    () -> Rows.of(Dumps.of(
                            Format.CSV,
                            new TextBytes("a.csv", bytes, true),
                            Given.usual().options())));
            assertEquals("the text is in " + encoding + ", not in UTF-8", refusal.getMessage());
            assertEquals("iconv -f " + encoding + " -t UTF-8", refusal.hint());
        }
        for (String encoding : new String[] {"UTF-16BE", "UTF-16LE"}) {
            for (String text : new String[] {"y,pred\n1,2\n", "{\"y\":1}", "[1]", "1\t2"}) {
                byte[] bytes = text.getBytes(java.nio.charset.Charset.forName(encoding));
                Refusal refusal = assertThrows(
                        Refusal.class,
                        () -> Rows.of(Dumps.of(
                                Format.AUTO,
                                new TextBytes("a", bytes, true),
                                Given.usual().options())));
                assertEquals("the text is in " + encoding + ", not in UTF-8", refusal.getMessage(), text);
                assertEquals("iconv -f " + encoding + " -t UTF-8", refusal.hint());
            }
        }
        byte[] integers = {1, 0, 2, 0, 3, 0};
        assertFalse(assertThrows(
                        Refusal.class,
                        () -> Rows.of(Dumps.of(
                                Format.AUTO,
                                new TextBytes("a", integers, true),
                                Given.usual().options())))
                .getMessage()
                .contains("UTF-16"));
        byte[] latin = {'y', ',', 'p', 'r', 'e', 'd', ',', (byte) 0xe9, '\n', '1', ',', '2', ',', '3'};
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> Rows.of(Dumps.of(
                        Format.CSV,
                        new TextBytes("a.csv", latin, true),
                        Given.usual().options())));
        assertEquals("not UTF-8", refusal.getMessage());
        assertEquals(3, refusal.field());
    }

    @Test
    void aRowThatIsNotUtf8IsNeverPassedOverWhereverATextIsCut() {
        for (int high = 0x80; high <= 0xff; high++) {
            byte[] text = "y,pred\n1,2\n?,3\n4,5\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            text[11] = (byte) high;
            for (int chunk = 1; chunk < text.length; chunk++) {
                ReadOptions options = Given.usual().pieces(chunk).options();
                Refusal refusal = assertThrows(
                        Refusal.class,
                        () -> Rows.of(Dumps.of(Format.CSV, new TextBytes("a.csv", text, true), options)));
                assertEquals(3, refusal.line(), "byte " + high + " in pieces of " + chunk);
            }
        }
    }

    @Test
    void aHeaderThatIsNotUtf8IsRefusedWithItsPlace() {
        for (int high = 0x80; high <= 0xff; high++) {
            for (String text : new String[] {"?y,pred", "\n?y,pred\n1,2\n", "\"a\nb\",?y,pred\r\n\r\n"}) {
                byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                bytes[text.indexOf('?')] = (byte) high;
                Refusal refusal = assertThrows(
                        Refusal.class,
                        () -> Rows.of(Dumps.of(
                                Format.CSV,
                                new TextBytes("a.csv", bytes, true),
                                Given.usual().options())));
                assertEquals("not UTF-8", refusal.getMessage());
                assertEquals(text.startsWith("?") ? 1 : 2, refusal.line(), text);
                assertEquals(text.startsWith("\"") ? 4 : 1, refusal.position(), text);
            }
        }
    }

    @Test
    void rowsThatAPolicySkipsAreCounted() {
        String text = "y,pred\n1,2\n,4\n5,nan\n7,NA\n9,10\n11,inf\n13,14\n";
        Rows rows = Given.usual().policy(true, MISSING, Policy.NonFinite.SKIP).read(text);
        assertEquals(List.of(1.0, 9.0, 13.0), rows.truth);
        assertEquals(List.of(2.0, 10.0, 14.0), rows.prediction);
        assertEquals(4, rows.skipped);
        assertEquals(List.of("2:3", "6:3", "8:4"), rows.places);
        rows = Given.usual().policy(true, MISSING, Policy.NonFinite.PROPAGATE).read(text);
        assertEquals(List.of(2.0, Double.NaN, 10.0, Double.POSITIVE_INFINITY, 14.0), rows.prediction);
        assertEquals(2, rows.skipped);
        assertEquals(
                "NOT_A_NUMBER a.csv:2:1: column 'y': not a number: 'NA' | --missing skip --missing-values NA",
                Given.usual()
                        .policy(true, List.of("", "-999"), Policy.NonFinite.FAIL)
                        .refusal("y,pred\nNA,1\n"));
        rows = Given.usual()
                .policy(true, List.of("-999", "?"), Policy.NonFinite.FAIL)
                .read("y,pred\n-999,1\n1,?\n-999.0,3\n4,\"-999\"\n");
        assertEquals(List.of(-999.0), rows.truth);
        assertEquals(3, rows.skipped);
    }

    @Test
    void classesAreIndicesOrLabels() {
        String text = "species,p_setosa,p_virginica\nvirginica,.1,.9\n0,.8,.2\n1.0,.5,.5\n\"setosa\",1,0\n";
        Columns named = new Columns("species", "p_*", null, null, List.of(), List.of(), List.of(), null, true, false);
        assertEquals(List.of(1.0, 0.0, 1.0, 0.0), Given.usual().columns(named).read(text).truth);
        Rows rows = Given.usual()
                .columns(columns("species", "p_*", List.of("virginica", "setosa")))
                .read(text);
        assertEquals(List.of(0.0, 0.0, 1.0, 1.0), rows.truth);
        assertEquals(List.of(.9, .1), rows.prediction.subList(0, 2));
        assertEquals(
                "UNKNOWN_LABEL a.csv:2:1: column 'species': no such label: 'rose' | labels: setosa, virginica",
                Given.usual().columns(named).refusal("species,p_setosa,p_virginica\nrose,.1,.9\n"));
        assertEquals(
                List.of(1.0, 0.0),
                Given.usual().columns(columns("y", "a,b", List.of("3", "7"))).read("y,a,b\n7,0,1\n3,1,0\n").truth);
        assertEquals(
                "UNKNOWN_LABEL a.csv:2:1: column 'y': no such label: '1' | labels: 3, 7",
                Given.usual().columns(columns("y", "a,b", List.of("3", "7"))).refusal("y,a,b\n1,0,1\n"));
    }

    @Test
    void weightsInputsAndTextsComeAlong() {
        Columns columns = new Columns(
                null,
                null,
                "w",
                "id",
                List.of("var"),
                Arrays.asList("v0-v1"),
                List.of("note", "y"),
                null,
                false,
                false);
        Rows rows = Given.usual()
                .columns(columns)
                .read("id,v0,w,y,pred,v1,note\na,1,.5,2,3,4,\"x, \"\"y\"\"\"\né,5,.25,6,7,8,\n");
        assertEquals(List.of(.5, .25), rows.weights);
        assertEquals(List.of(List.of(1.0, 4.0, 5.0, 8.0)), rows.inputs);
        assertEquals(List.of("id", "note", "y"), rows.layout.texts());
        assertEquals(List.of(List.of("a", "é"), List.of("x, \"y\"", ""), List.of("2", "6")), rows.texts);
    }

    @Test
    void uncheckedReadsOnlyTheProbabilityOfTheTrueClass() {
        Rows rows = Given.usual().unchecked(classes()).read("y,p0,p1\n1,foo,.5\n0,.25,bar\n");
        assertEquals(List.of(Double.NaN, .5, .25, Double.NaN), rows.prediction);
        assertEquals(
                "NOT_A_NUMBER a.csv:2:3: column 'p0': not a number: 'foo' | --missing skip --missing-values foo",
                Given.usual().columns(classes()).refusal("y,p0,p1\n1,foo,.5\n"));
        assertTrue(
                Given.usual().unchecked(classes()).refusal("y,p0,p1\n1,1,x\n").contains("column 'p1'"));
    }

    @Test
    void uncheckedReadsNothingBehindWhatIsRefused() {
        Given skipping =
                Given.usual().policy(true, List.of(""), Policy.NonFinite.FAIL).unchecked(classes());
        assertEquals(
                "NOT_A_NUMBER a.csv:2:3: column 'p0': not a number: 'x' | --missing skip --missing-values x",
                skipping.refusal("y,p0,p1\n0,x,.5\n1,.2,\n1,.2,z\n"));
    }
}
