package lossctl.write;

import java.util.List;

/** CSV and TSV with a heading. */
final class DelimitedTable implements Table {
    private final List<Column> columns;
    private final Style style;
    private final CheckedOut out;
    private final Delimited cells;

    DelimitedTable(List<Column> columns, Style style, CheckedOut out) {
        this.columns = columns;
        this.style = style;
        this.out = out;
        cells = new Delimited(style, out);
        for (Column column : columns) {
            cells.text(column.name());
        }
        cells.end();
    }

    @Override
    public void row(Object... values) {
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            String text = column.cell(values[i], style);
            if (column.kind() == Column.Kind.NUMBER || column.kind() == Column.Kind.COUNT) {
                cells.next();
                out.text(text);
            } else {
                cells.text(text, column.isText());
            }
        }
        cells.end();
    }

    @Override
    public void finish() {}
}
