package lossctl.cli;

import java.util.ArrayList;
import java.util.List;
import lossctl.num.DecimalWriter;
import lossctl.write.CheckedOut;

/** What frameworks say, for a terminal of 80 columns: a rule that does not fit behind its number stands below it. */
final class ConventionsTable {
    private static final int WIDTH = 80;
    private static final int LAST = 3;

    private final List<List<String>> rows = new ArrayList<>();

    ConventionsTable() {
        rows.add(List.of("as", "name", "value", "because"));
    }

    /** A row of convention, name, value and reason; the value may be a number. */
    void add(List<?> row) {
        List<String> texts = new ArrayList<>();
        for (Object cell : row) {
            texts.add(cell instanceof Double number ? DecimalWriter.text(number) : String.valueOf(cell));
        }
        rows.add(texts);
    }

    void write(CheckedOut out) {
        int[] widths = new int[LAST + 1];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        int before = widths[0] + widths[1] + widths[2] + 2 * LAST;
        boolean fits = before + widths[LAST] <= WIDTH;
        for (List<String> row : rows) {
            String reason = row.get(LAST);
            String head = padded(row, widths);
            boolean apart = !fits && before + reason.length() > WIDTH;
            out.line((apart ? head : head + reason).stripTrailing());
            if (apart) {
                writeBelow(out, Text.pad("", widths[0] + 2), reason);
            }
        }
    }

    private static void writeBelow(CheckedOut out, String indent, String reason) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : Arguments.split(reason, ' ')) {
            if (line.length() > indent.length() && line.length() + word.length() > WIDTH) {
                out.line(line.toString().stripTrailing());
                line.setLength(indent.length());
            }
            line.append(word).append(' ');
        }
        out.line(line.toString().stripTrailing());
    }

    private static String padded(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < LAST; c++) {
            line.append(Text.pad(row.get(c), widths[c] + 2));
        }
        return line.toString();
    }
}
