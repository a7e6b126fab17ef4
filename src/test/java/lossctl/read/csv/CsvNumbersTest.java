package lossctl.read.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lossctl.data.Columns;
import lossctl.data.Limits;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.num.Spelling;
import lossctl.num.SuiteFiles;
import lossctl.read.Dumps;
import lossctl.read.Format;
import lossctl.read.ReadOptions;
import lossctl.read.Rows;
import lossctl.read.TextBytes;
import org.junit.jupiter.api.Test;

/** The number grammar in CSV, bare and in quotes, and the number suite to the bit. */
class CsvNumbersTest {
    private static final ReadOptions OPTIONS = new ReadOptions(
            Format.CSV,
            new Columns(null, null, null, null, List.of(), List.of(), List.of(), null, false, true),
            true,
            (char) 0,
            (char) 0,
            new Policy(false, List.of(), Policy.NonFinite.FAIL),
            Limits.DEFAULT,
            false,
            1 << 12);

    private static Object answer(String cell) {
        try {
            return Rows.values(Dumps.of(Format.CSV, TextBytes.of("a.csv", "n,y_pred\n1," + cell + "\n"), OPTIONS))
                    .prediction
                    .get(0);
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Test
    void theTableOfSpellingsHolds() {
        List<String> wrong = new ArrayList<>();
        for (Spelling spelling : Spelling.all()) {
            Object expected = switch (spelling.verdict()) {
                case FINITE -> spelling.value();
                case TOO_LONG -> Refusal.Code.LIMIT;
                case OVERFLOW -> Refusal.Code.OVERFLOW;
                case NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY -> Refusal.Code.NOT_FINITE;
                default -> Refusal.Code.NOT_A_NUMBER;
            };
            String text = spelling.text();
            if (!expected.equals(answer(quoted(text)))) {
                wrong.add("quoted '" + text + "': " + answer(quoted(text)) + ", not " + expected);
            }
            boolean bare = !text.matches("(?s).*[\",\\r\\n].*");
            if (bare && !expected.equals(answer(text))) {
                wrong.add("'" + text + "': " + answer(text) + ", not " + expected);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(Spelling.all().size() >= 300);
    }

    @Test
    void everyLineOfTheNumberSuiteIsReadToTheBit() throws IOException {
        Path folder = SuiteFiles.folder("parse-number");
        List<String> wrong = new ArrayList<>();
        StringBuilder text = new StringBuilder("y_pred\n");
        List<Double> values = new ArrayList<>();
        int infinite = 0;
        try (var files = Files.newDirectoryStream(folder, "*.{txt,gz}")) {
            for (Path file : files) {
                try (BufferedReader lines = SuiteFiles.lines(file)) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        String[] cells = line.split(" ");
                        String cell = cells[cells.length - 1];
                        double value = Double.longBitsToDouble(Long.parseUnsignedLong(cells[cells.length - 2], 16));
                        if (cell.length() > 1024) {
                            continue;
                        }
                        if (Double.isInfinite(value)) {
                            infinite++;
                            boolean word =
                                    cell.toLowerCase(java.util.Locale.ROOT).contains("n");
                            Refusal.Code code = word ? Refusal.Code.NOT_FINITE : Refusal.Code.OVERFLOW;
                            if (!code.equals(answer(cell))) {
                                wrong.add(cell + " became " + answer(cell));
                            }
                        } else {
                            text.append(cell).append('\n');
                            values.add(value);
                        }
                    }
                }
            }
        }
        List<Double> read =
                Rows.values(Dumps.of(Format.CSV, TextBytes.of("a.csv", text.toString()), OPTIONS)).prediction;
        assertEquals(values.size(), read.size());
        for (int i = 0; i < read.size(); i++) {
            if (Double.doubleToRawLongBits(values.get(i)) != Double.doubleToRawLongBits(read.get(i))) {
                wrong.add("value " + i + ": " + read.get(i) + ", not " + values.get(i));
            }
        }
        assertEquals(List.of(), wrong.subList(0, Math.min(10, wrong.size())));
        assertTrue(values.size() > 100_000 && infinite > 10, values.size() + " numbers, " + infinite + " infinite");
    }
}
