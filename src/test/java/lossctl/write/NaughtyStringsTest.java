package lossctl.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lossctl.data.Refusal;
import lossctl.num.SuiteFiles;
import org.junit.jupiter.api.Test;

/** The big list of naughty strings, and every control character, as names and cells: nothing reaches the terminal. */
class NaughtyStringsTest {

    private static List<String> strings() throws IOException {
        List<String> strings = new ArrayList<>();
        try (JsonParser json = new JsonFactory()
                .createParser(SuiteFiles.folder("naughty-strings")
                        .resolve("blns.json")
                        .toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    strings.add(json.getText());
                }
            }
        }
        assertEquals(515, strings.size());
        for (int c = 0; c < 0x3000; c++) {
            if (c < 0x20 || c >= 0x7F && c < 0xA0 || c >= 0x2000 && c < 0x2070) {
                strings.add("x" + (char) c + "]0;title" + (char) c);
            }
        }
        return strings;
    }

    /** What is left for a terminal to obey once ends of lines are taken as such, and tabs where cells may hold them. */
    private static void check(String name, String written, String allowed) {
        written.codePoints().forEach(c -> {
            boolean control = c < 0x20 || c >= 0x7F && c < 0xA0;
            boolean turning = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F;
            boolean hiding = c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
            boolean bad = (control || turning || hiding) && allowed.indexOf(c) < 0;
            assertFalse(bad, name + " lets U+" + Integer.toHexString(c) + " through");
        });
    }

    @Test
    void inEveryFormatOfATable() throws IOException {
        for (OutputFormat format : OutputFormat.values()) {
            boolean delimited = format == OutputFormat.CSV || format == OutputFormat.TSV;
            for (String naughty : strings()) {
                String written = Written.by(out -> {
                    Table table = Table.to(List.of(Column.text(naughty), Column.number("mse")), Style.of(format), out);
                    table.row(naughty, 0.5);
                    table.finish();
                });
                check(format.word(), written, delimited ? "\t\r\n" : "\n");
                if (!delimited && format != OutputFormat.VALUE) {
                    int lines = switch (format) {
                        case HTML -> 5;
                        case MD -> 3;
                        case TABLE -> 2;
                        default -> 1;
                    };
                    assertEquals(lines, written.chars().filter(c -> c == '\n').count(), format.word());
                }
            }
        }
    }

    @Test
    void inMessages() throws IOException {
        for (String naughty : strings()) {
            Refusal refusal = new Refusal(Refusal.Code.NOT_A_NUMBER, "not a number")
                    .in(naughty)
                    .at(3, 3)
                    .column(naughty)
                    .value(naughty)
                    .hint("--missing-values " + naughty);
            check("text", ErrorText.text(refusal, naughty), "");
            check("json", ErrorText.json(refusal), "");
            Refusal named = new Refusal(Refusal.Code.IO, "cannot write " + naughty);
            check("text", ErrorText.text(named, naughty), "");
        }
    }

    @Test
    void jsonReadsBackToTheSameText() throws IOException {
        for (String naughty : strings()) {
            String written = Written.by(out -> new JsonOut(Style.of(OutputFormat.JSON), out)
                    .object()
                    .name(naughty)
                    .text(naughty)
                    .endObject()
                    .endLine());
            try (JsonParser json = new JsonFactory().createParser(written)) {
                json.nextToken();
                assertEquals(naughty, json.nextFieldName());
                assertEquals(naughty, json.nextTextValue());
                assertEquals(JsonToken.END_OBJECT, json.nextToken());
            }
        }
    }
}
