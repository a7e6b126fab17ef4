package lossctl.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DelimitedTest {
    private static String cell(OutputFormat format, boolean raw, String text) {
        return Written.by(out -> new Delimited(new Style(format, 0, false, raw), out).text(text));
    }

    @Test
    void cellsAreQuotedWhereRfc4180AsksForIt() {
        String[][] cases = {
            {"plain", "plain"}, {"", ""}, {" a b ", " a b "}, {"a,b", "\"a,b\""}, {"a\"b", "\"a\"\"b\""},
            {"\"", "\"\"\"\""}, {"a\nb", "\"a\nb\""}, {"a\r\nb", "\"a\r\nb\""}, {"a\tb", "a\tb"}, {"a;b", "a;b"},
        };
        for (String[] pair : cases) {
            assertEquals(pair[1], cell(OutputFormat.CSV, false, pair[0]));
        }
        assertEquals("\"a\tb\"", cell(OutputFormat.TSV, false, "a\tb"));
        assertEquals("a,b", cell(OutputFormat.TSV, false, "a,b"));
    }

    @Test
    void aTextThatASpreadsheetWouldRunGetsAnApostrophe() {
        String[][] cases = {
            {"=1+1", "'=1+1"},
            {"=", "'="},
            {"+", "'+"},
            {"-", "'-"},
            {"@", "'@"},
            {"@SUM(A1)", "'@SUM(A1)"},
            {"+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"},
            {"-2+3", "'-2+3"},
            {"--5", "'--5"},
            {"-a", "'-a"},
            {"+1-2", "'+1-2"},
            {"-1_000", "'-1_000"},
            {"-0x10", "'-0x10"},
            {"-1e400", "'-1e400"},
            {"-inf", "'-inf"},
            {"=A1,B1", "\"'=A1,B1\""},
            {"=\"a\"", "\"'=\"\"a\"\"\""},
            {"\tx", "'\tx"},
            {"\rx", "\"'\rx\""},
            {"\0=1", "'\\x00=1"},
            {"==", "'=="},
            {"@import", "'@import"},
            {"-", "'-"},
            {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
        };
        for (String[] pair : cases) {
            assertEquals(pair[1], cell(OutputFormat.CSV, false, pair[0]));
        }
    }

    @Test
    void numbersAndHarmlessTextsAreNotTouched() {
        for (String text : List.of(
                "-5", "+5", "-0.5", "-1e-3", "+.5", "-5.", "0", "'=1", " =1", "a=b", "1-2", "a@b.c", "#1", "(all)")) {
            assertEquals(text, cell(OutputFormat.CSV, false, text));
        }
    }

    @Test
    void rawLeavesTextsAsTheyAre() {
        for (String text : List.of("=1+1", "-a", "@x", "\tx", "\u001b[31m", "\u202e")) {
            assertEquals(text, cell(OutputFormat.CSV, true, text));
        }
        assertEquals("\"=a,\"\"b\"", cell(OutputFormat.CSV, true, "=a,\"b"));
    }

    @Test
    void controlsAreEscapedButForTabsAndEndsOfLines() {
        assertEquals("a\\x1b[31mb", cell(OutputFormat.CSV, false, "a\u001b[31mb"));
        assertEquals("\"a\tb\nc\r\\x00\"", cell(OutputFormat.CSV, false, "a\tb\nc\r\0"));
    }
}
