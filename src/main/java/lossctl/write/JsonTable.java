package lossctl.write;

import java.util.List;

/** An object a row, by the columns' names: a line each, or all in one array. Empty cells are null. */
final class JsonTable implements Table {
    private final List<Column> columns;
    private final boolean lines;
    private final JsonOut json;

    JsonTable(List<Column> columns, Style style, CheckedOut out) {
        this.columns = columns;
        lines = style.format() == OutputFormat.JSONL;
        json = new JsonOut(style, out);
        if (!lines) {
            json.array();
        }
    }

    @Override
    public void row(Object... cells) {
        json.object();
        for (int i = 0; i < cells.length; i++) {
            json.name(columns.get(i).name());
            if (cells[i] instanceof Double number) {
                json.number(number);
            } else if (cells[i] instanceof Number count) {
                json.count(count.longValue());
            } else {
                json.text((String) cells[i]);
            }
        }
        json.endObject();
        if (lines) {
            json.endLine();
        }
    }

    @Override
    public void finish() {
        if (!lines) {
            json.endArray();
            json.endLine();
        }
    }
}
