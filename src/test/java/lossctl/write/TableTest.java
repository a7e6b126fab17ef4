package lossctl.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final List<Column> COLUMNS = List.of(
            Column.text("region"),
            Column.count("n"),
            Column.number("mse"),
            Column.figure("95% CI"),
            Column.text("note"));

    private static String write(Style style) {
        return Written.by(out -> {
            Table table = Table.to(COLUMNS, style, out);
            table.row("eu", 2L, 0.25, "[-0.1, 0.6]", "a|b");
            table.row("日本", 12345L, 1 / 3.0, null, null);
            table.row("e\u0301t\u00e9", 7, Double.POSITIVE_INFINITY, "[0, 1]", "x,\ny");
            table.row("(all)", 12354L, -1e-7, "-", "");
            table.finish();
        });
    }

    @Test
    void tableAlignsByWhatATerminalShows() {
        assertEquals("""
                region      n       mse       95% CI  note
                eu          2      0.25  [-0.1, 0.6]  a|b
                日本    12345  0.333333
                e\u0301t\u00e9         7  Infinity       [0, 1]  x,\\ny
                (all)   12354    -1e-07            -
                """, write(Style.of(OutputFormat.TABLE)));
    }

    @Test
    void markdownEscapesItsMarkup() {
        assertEquals("""
                | region | n | mse | 95% CI | note |
                | --- | ---: | ---: | ---: | --- |
                | eu | 2 | 0.25 | [-0.1, 0.6] | a\\|b |
                | 日本 | 12345 | 0.333333 |  |  |
                | e\u0301t\u00e9 | 7 | Infinity | [0, 1] | x,\\\\ny |
                | (all) | 12354 | -1e-07 | - |  |
                """, write(Style.of(OutputFormat.MD)));
    }

    @Test
    void csvAndTsv() {
        assertEquals("""
                region,n,mse,95% CI,note
                eu,2,0.25,"[-0.1, 0.6]",a|b
                日本,12345,0.3333333333333333,,
                e\u0301t\u00e9,7,Infinity,"[0, 1]","x,
                y"
                (all),12354,-1e-07,-,
                """, write(Style.of(OutputFormat.CSV)));
        assertEquals(
                "region\tn\tmse\t95% CI\tnote\neu\t2\t0.25\t[-0.1, 0.6]\ta|b\n日本\t12345\t0.333\t\t\n"
                        + "e\u0301t\u00e9\t7\tInfinity\t[0, 1]\t\"x,\ny\"\n(all)\t12354\t-1e-07\t-\t\n",
                write(new Style(OutputFormat.TSV, 3, false, false)));
    }

    @Test
    void jsonIsAnArrayAndJsonLinesAnObjectALine() {
        String rows = """
                {"region":"eu","n":2,"mse":0.25,"95% CI":"[-0.1, 0.6]","note":"a|b"}
                {"region":"日本","n":12345,"mse":0.33333334,"95% CI":null,"note":null}
                {"region":"e\u0301t\u00e9","n":7,"mse":"Infinity","95% CI":"[0, 1]","note":"x,\\ny"}
                {"region":"(all)","n":12354,"mse":-1e-07,"95% CI":"-","note":""}
                """;
        assertEquals(rows, write(new Style(OutputFormat.JSONL, 0, true, false)));
        String array = "[" + rows.strip().replace("}\n{", "},{") + "]\n";
        assertEquals(array, write(new Style(OutputFormat.JSON, 0, true, false)));
    }

    @Test
    void valueIsTheNumbersAlone() {
        assertEquals("0.25\n0.3333333333333333\nInfinity\n-1e-07\n", write(Style.of(OutputFormat.VALUE)));
    }

    @Test
    void anEmptyTableIsItsHeading() {
        for (OutputFormat format : OutputFormat.values()) {
            String written =
                    Written.by(out -> Table.to(List.of(Column.text("a"), Column.count("b")), Style.of(format), out)
                            .finish());
            String expected = switch (format) {
                case VALUE, JSONL -> "";
                case TABLE -> "a  b\n";
                case JSON -> "[]\n";
                case CSV -> "a,b\n";
                case TSV -> "a\tb\n";
                case MD -> "| a | b |\n| --- | ---: |\n";
                case HTML ->
                    "<div class=\"wide\"><table>\n"
                            + "<thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"n\">b</th></tr></thead>\n"
                            + "<tbody>\n</tbody></table></div>\n";
            };
            assertEquals(expected, written);
        }
    }

    @Test
    void aLongTableStopsHoldingRowsBack() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckedOut out = CheckedOut.to(bytes, "<test>");
        Table table = Table.to(List.of(Column.count("n"), Column.text("t")), Style.of(OutputFormat.TABLE), out);
        for (long i = 0; i < 20_000; i++) {
            table.row(i == 15_000 ? 12_345_678L : i, "x");
        }
        assertTrue(bytes.size() > 0, "some of it is out before the end");
        table.finish();
        out.finish();
        String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\n");
        assertEquals(20_001, lines.length);
        assertEquals("   n  t", lines[0]);
        assertEquals("9998  x", lines[9_999]);
        assertEquals("12345678  x", lines[15_001]);
        assertEquals("19999  x", lines[20_000]);
    }

    @Test
    void hugeCellsAreNotHeldBack() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Table table = Table.to(List.of(Column.text("t")), Style.of(OutputFormat.TABLE), CheckedOut.to(bytes, "<test>"));
        table.row("x".repeat(5 << 20));
        assertTrue(bytes.size() > 4 << 20);
    }
}
