package lossctl.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lossctl.data.Columns;
import lossctl.data.Dataset;
import lossctl.data.Limits;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.num.NumberVerdict;
import lossctl.num.Spelling;
import lossctl.num.SuiteFiles;
import lossctl.read.inline.Inline;
import org.junit.jupiter.api.Test;

/** The same number grammar in arguments, in the strings of JSON, and, where RFC 8259 has it, in JSON's bare numbers. */
class NumberTextTest {
    private static final Policy NO_MISSING = new Policy(false, List.of(), Policy.NonFinite.FAIL);
    private static final ReadOptions OPTIONS = new ReadOptions(
            Format.AUTO,
            new Columns(null, null, null, null, List.of(), List.of(), List.of(), null, false, true),
            true,
            (char) 0,
            (char) 0,
            NO_MISSING,
            Limits.DEFAULT,
            false,
            ReadOptions.CHUNK);

    /** The one value, or the code of the refusal. */
    private static Object answer(Dataset data) {
        return Rows.values(data).prediction.get(0);
    }

    private static Object inline(String text) {
        try {
            char quote = text.indexOf('\'') < 0 ? '\'' : '"';
            return answer(
                    Inline.of(null, quote + text + quote).policy(NO_MISSING).dataset());
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static Object bareInline(String text) {
        try {
            return answer(Inline.of(null, text).policy(NO_MISSING).dataset());
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static Object document(String token) {
        try {
            return answer(Dumps.of(Format.JSON, TextBytes.of("a.json", "{\"y_pred\":[" + token + "]}"), OPTIONS));
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static Object line(String token) {
        try {
            return answer(Dumps.of(Format.JSONL, TextBytes.of("a.jsonl", "{\"y_pred\":" + token + "}"), OPTIONS));
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static Object expected(Spelling spelling) {
        return switch (spelling.verdict()) {
            case FINITE -> spelling.value();
            case TOO_LONG -> Refusal.Code.LIMIT;
            case OVERFLOW -> Refusal.Code.OVERFLOW;
            case NAN, POSITIVE_INFINITY, NEGATIVE_INFINITY -> Refusal.Code.NOT_FINITE;
            default -> Refusal.Code.NOT_A_NUMBER;
        };
    }

    @Test
    void theTableOfSpellingsHoldsInArgumentsAndInJsonStrings() {
        List<String> wrong = new ArrayList<>();
        for (Spelling spelling : Spelling.all()) {
            Object expected = expected(spelling);
            String text = spelling.text();
            check(wrong, "inline", text, expected, inline(text));
            if (text.equals(text.strip()) && !text.isEmpty() && spelling.verdict() != NumberVerdict.EMPTY) {
                boolean separators = text.matches("(?s).*[,;\\[(\"'].*");
                check(wrong, "bare inline", text, separators ? bareInline(text) : expected, bareInline(text));
            }
            check(wrong, "json string", text, expected, document(quoted(text)));
            check(wrong, "jsonl string", text, expected, line(quoted(text)));
        }
        assertEquals(List.of(), wrong);
        assertTrue(Spelling.all().size() >= 300);
    }

    @Test
    void theTableOfSpellingsHoldsInBareNumbers() {
        List<String> wrong = new ArrayList<>();
        for (Spelling spelling : Spelling.all()) {
            if (spelling.text().isBlank() || spelling.text().matches("(?s).*[\",\\[\\]{}].*")) {
                continue;
            }
            boolean around = spelling.text().matches("(?s)[ \t]+.*|.*[ \t]");
            Object expected = expected(spelling);
            for (Object answer : new Object[] {document(spelling.text()), line(spelling.text())}) {
                if (spelling.json()) {
                    check(wrong, "bare", spelling.text(), expected, answer);
                } else if (!around && !(answer instanceof Refusal.Code)) {
                    wrong.add("bare '" + spelling.text() + "' was read as " + answer);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static void check(List<String> wrong, String path, String text, Object expected, Object answer) {
        if (!expected.equals(answer)) {
            wrong.add(path + " '" + text + "': " + answer + ", not " + expected);
        }
    }

    @Test
    void everyLineOfTheNumberSuiteIsReadToTheBit() throws IOException {
        Path folder = SuiteFiles.folder("parse-number");
        List<String> wrong = new ArrayList<>();
        long[] counts = new long[2];
        try (var files = Files.newDirectoryStream(folder, "*.{txt,gz}")) {
            for (Path file : files) {
                try (BufferedReader lines = SuiteFiles.lines(file)) {
                    batches(lines, wrong, counts);
                }
            }
        }
        assertEquals(List.of(), wrong.subList(0, Math.min(10, wrong.size())));
        assertTrue(counts[0] > 100_000 && counts[1] > 500, counts[0] + " numbers, " + counts[1] + " refused");
        System.err.println("parse-number through arguments, JSON and JSON Lines: " + counts[0] + " to the bit, "
                + counts[1] + " infinite refused");
    }

    /** Finite numbers go in thousands together; what must be refused goes alone. */
    private static void batches(BufferedReader lines, List<String> wrong, long[] counts) throws IOException {
        List<String> texts = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split(" ");
            double value = Double.longBitsToDouble(Long.parseUnsignedLong(cells[cells.length - 2], 16));
            String text = cells[cells.length - 1];
            if (Double.isInfinite(value)) {
                counts[1]++;
                refusedEverywhere(text, wrong);
            } else if (text.length() > 1024) {
                counts[1]++;
            } else {
                texts.add(text);
                values.add(value);
            }
            if (texts.size() == 5000) {
                batch(texts, values, wrong);
                counts[0] += texts.size();
                texts.clear();
                values.clear();
            }
        }
        batch(texts, values, wrong);
        counts[0] += texts.size();
    }

    private static void refusedEverywhere(String text, List<String> wrong) {
        boolean word = text.toLowerCase(java.util.Locale.ROOT).contains("n");
        Object code = word ? Refusal.Code.NOT_FINITE : Refusal.Code.OVERFLOW;
        if (text.length() <= 1024) {
            check(wrong, "inline", text, code, bareInline(text));
            check(wrong, "json string", text, code, document(quoted(text)));
            if (!word && isJson(text)) {
                check(wrong, "bare", text, code, document(text));
                check(wrong, "bare line", text, code, line(text));
            }
        }
    }

    private static boolean isJson(String text) {
        return text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    }

    private static void batch(List<String> texts, List<Double> values, List<String> wrong) {
        if (texts.isEmpty()) {
            return;
        }
        StringBuilder arguments = new StringBuilder();
        StringBuilder json = new StringBuilder("{\"y_pred\":[");
        StringBuilder lines = new StringBuilder();
        for (String text : texts) {
            String token = isJson(text) ? text : quoted(text);
            arguments.append(arguments.length() == 0 ? "" : ",").append(text);
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",").append(token);
            lines.append("{\"y_pred\":").append(token).append("}\n");
            if (!isJson(text) && !(document(text) instanceof Refusal.Code)) {
                wrong.add("bare " + text + " was accepted");
            }
        }
        Dataset[] paths = {
            Inline.of(null, arguments.toString()).dataset(),
            Dumps.of(Format.JSON, TextBytes.of("a.json", json + "]}"), OPTIONS),
            Dumps.of(Format.JSONL, TextBytes.of("a.jsonl", lines.toString()), OPTIONS)
        };
        for (Dataset path : paths) {
            List<Double> read = Rows.values(path).prediction;
            for (int i = 0; i < texts.size(); i++) {
                if (!values.get(i).equals(read.get(i))) {
                    wrong.add(path.name() + " " + texts.get(i) + " became " + read.get(i));
                }
            }
        }
    }
}
