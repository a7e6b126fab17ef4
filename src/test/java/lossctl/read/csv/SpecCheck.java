package lossctl.read.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A check of FastCSV's specification: a text and the records it should give. Reads just as much YAML as its files use.
 *
 * @param id its name
 * @param commentMode NONE, SKIP or READ
 * @param exceptionAllowed whether a reader may refuse instead
 * @param input the text
 * @param records the records, as a list prints
 */
record SpecCheck(String id, String commentMode, boolean exceptionAllowed, String input, String records) {

    static List<SpecCheck> read(Path file) throws IOException {
        List<SpecCheck> checks = new ArrayList<>();
        String mode = "NONE";
        boolean allowed = false;
        String id = null;
        String input = null;
        List<String> records = null;
        for (String line : Files.readAllLines(file)) {
            String text = line.strip();
            if (text.startsWith("commentMode:")) {
                mode = text.substring("commentMode:".length()).strip();
            } else if (text.equals("exceptionAllowed: true")) {
                allowed = true;
            } else if (text.startsWith("- id:")) {
                add(checks, id, mode, allowed, input, records);
                id = text.substring("- id:".length()).strip();
                records = null;
            } else if (text.startsWith("input:")) {
                input = scalar(text.substring("input:".length()).strip());
            } else if (text.startsWith("records:")) {
                records = new ArrayList<>();
            } else if (records != null && text.startsWith("- [")) {
                records.add(row(text.substring(2)));
            }
        }
        add(checks, id, mode, allowed, input, records);
        return checks;
    }

    private static void add(
            List<SpecCheck> checks, String id, String mode, boolean allowed, String input, List<String> records) {
        if (id != null) {
            checks.add(new SpecCheck(id, mode, allowed, input, records.toString()));
        }
    }

    private static String scalar(String quoted) {
        String inner = quoted.substring(1, quoted.length() - 1);
        return quoted.charAt(0) == '\'' ? inner.replace("''", "'") : inner;
    }

    /** {@code [ 'a', 'b' ]}; no text in these files holds a quote and a comma behind it but those between texts. */
    private static String row(String flow) {
        String inner = flow.strip();
        inner = inner.substring(1, inner.length() - 1).strip();
        StringBuilder row = new StringBuilder("[");
        for (int at = 0; at < inner.length(); at++) {
            if (inner.charAt(at) == '\'') {
                int end = inner.indexOf('\'', at + 1);
                row.append(at > 0 ? ", " : "").append(inner, at + 1, end);
                at = end;
            }
        }
        return row.append(']').toString();
    }

    /** The check with every line end that its signs stand for. */
    List<SpecCheck> variants() {
        List<SpecCheck> all = new ArrayList<>();
        for (String end : new String[] {"\n", "\r", "\r\n"}) {
            all.add(new SpecCheck(id, commentMode, exceptionAllowed, signs(input, end), signs(records, end)));
        }
        return all;
    }

    private static String signs(String text, String end) {
        return text.replace("⏎", end)
                .replace("␤", "\r\n")
                .replace("␍", "\r")
                .replace("␊", "\n")
                .replace("␠", " ");
    }
}
