package lossctl.read.csv;

import java.util.ArrayList;
import java.util.List;

/** CSV read a character at a time, as RFC 4180 words it: slow and plain, to compare with. */
final class NaiveCsv {
    private final String text;
    private int at;
    private int line = 1;

    /** The records, and the line on which each begins. */
    final List<List<String>> records = new ArrayList<>();

    final List<Integer> lines = new ArrayList<>();

    NaiveCsv(String text, char comment) {
        this.text = text;
        while (at < text.length()) {
            if (text.charAt(at) == comment) {
                while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
                lineEnd();
            } else if (!lineEnd()) {
                lines.add(line);
                records.add(record());
            }
        }
    }

    private List<String> record() {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(field());
        } while (at < text.length() && text.charAt(at) == ',' && at++ >= 0);
        lineEnd();
        return fields;
    }

    private String field() {
        StringBuilder field = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        for (at += quoted ? 1 : 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '"') {
                at++;
                if (at == text.length() || text.charAt(at) != '"') {
                    return field.toString();
                }
            } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
                return field.toString();
            } else if (c == '\n' || c == '\r' && !text.startsWith("\n", at + 1)) {
                line++;
            }
            field.append(c);
        }
        return field.toString();
    }

    private boolean lineEnd() {
        int length = text.startsWith("\r\n", at) ? 2 : text.startsWith("\n", at) || text.startsWith("\r", at) ? 1 : 0;
        at += length;
        line += length > 0 ? 1 : 0;
        return length > 0;
    }
}
