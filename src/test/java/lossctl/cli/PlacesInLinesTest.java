package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places in lines of JSON: characters are counted, and a return in a line, which is a blank of JSON, is one of them. */
class PlacesInLinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"y\":1,^\"pred\":\"x\"} | 16 | not a number: 'x'",
                "{\"é\":1,^^\"y\":1,^\"pred\":\"x\"} | 24 | not a number: 'x'",
                "^{\"y\":1,\"pred\":02} | 17 | not JSON: invalid numeric value: Leading zeroes not allowed",
                "{\"é\":1,\"y\":1,\"pred\":02} | 22 | not JSON: invalid numeric value: Leading zeroes not allowed",
                "{\"y\":1,\"pred\":2}^{\"y\":1,\"pred\":2} | 18 | something follows the object",
                "{:2,\"y\":1,\"pred\":2} | 2 | not JSON: unexpected character (':' (code 58))",
                "{\"y\":1,^:2} | 9 | not JSON: unexpected character (':' (code 58))",
                "{\"é\":\"😀\",\"y\":1,^\"pred\":-1} | 24 | is -1.0, outside [0, 1]",
            })
    void everyCharacterBeforeItCounts(String text, int character, String reason) {
        for (String before : List.of("", "{\"y\":1,\"pred\":0}\n")) {
            String lines = before + text.replace('^', '\r') + "\n{\"y\":1,\"pred\":0}\n";
            Said said = Said.read(lines, "bce", "-", "-i", "jsonl");
            int line = before.isEmpty() ? 1 : 2;
            assertTrue(said.err().startsWith("<stdin>:" + line + ":" + character + ": "), said.err());
            assertTrue(said.err().contains(reason), said.err());
            assertEquals(3, said.status());
        }
    }
}
