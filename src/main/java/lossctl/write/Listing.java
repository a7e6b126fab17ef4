package lossctl.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.num.DecimalWriter;

/** Rows of named texts, and lists of them, for the eye or for another program. */
public final class Listing {
    private final List<String> columns;
    private final List<List<?>> rows = new ArrayList<>();

    /** A listing without rows. */
    public Listing(List<String> columns) {
        this.columns = columns;
    }

    /** Adds a row: a text, a number or a list of texts a column. */
    public void add(List<?> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(row.size() + " texts for " + columns.size() + " columns");
        }
        rows.add(row);
    }

    /** Writes it; {@code value} is the first column alone. */
    public void write(OutputFormat format, CheckedOut out) {
        switch (format) {
            case VALUE -> {
                for (List<String> row : texts()) {
                    out.line(row.get(0));
                }
            }
            case TABLE -> writeTable(out);
            case JSON -> out.line(JsonTree.text(objects()));
            case JSONL -> {
                for (Map<String, Object> object : objects()) {
                    out.line(JsonTree.text(object));
                }
            }
            case CSV -> writeSeparated(",", out);
            case TSV -> writeSeparated("\t", out);
            case MD -> writeMarkdown(out);
            case HTML -> throw new IllegalArgumentException("listings are no part of pages");
        }
    }

    private List<Map<String, Object>> objects() {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (List<?> row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), row.get(i));
            }
            objects.add(object);
        }
        return objects;
    }

    private void writeTable(CheckedOut out) {
        int[] widths = new int[columns.size()];
        for (List<String> row : all()) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : all()) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.line(line.toString().stripTrailing());
        }
    }

    private void writeSeparated(String separator, CheckedOut out) {
        for (List<String> row : all()) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String text = row.get(i);
                line.append(i == 0 ? "" : separator);
                boolean plain = text.indexOf('"') < 0 && !text.contains(separator) && text.indexOf('\n') < 0;
                line.append(plain ? text : "\"" + text.replace("\"", "\"\"") + "\"");
            }
            out.line(line.toString());
        }
    }

    private void writeMarkdown(CheckedOut out) {
        out.line(bars(columns));
        out.line("|" + "---|".repeat(columns.size()));
        for (List<String> row : texts()) {
            out.line(bars(row));
        }
    }

    private static String bars(List<String> row) {
        StringBuilder line = new StringBuilder("|");
        for (String text : row) {
            line.append(' ').append(text.replace("|", "\\|")).append(" |");
        }
        return line.toString();
    }

    private List<List<String>> all() {
        List<List<String>> all = texts();
        all.add(0, columns);
        return all;
    }

    private List<List<String>> texts() {
        List<List<String>> texts = new ArrayList<>();
        for (List<?> row : rows) {
            List<String> line = new ArrayList<>();
            for (Object cell : row) {
                line.add(text(cell));
            }
            texts.add(line);
        }
        return texts;
    }

    private static String text(Object cell) {
        if (cell instanceof Double number) {
            return DecimalWriter.text(number);
        }
        return cell instanceof List<?> list ? joined(list) : (String) cell;
    }

    private static String joined(List<?> list) {
        StringBuilder text = new StringBuilder();
        for (Object each : list) {
            text.append(text.length() == 0 ? "" : " ").append(each);
        }
        return text.toString();
    }
}
