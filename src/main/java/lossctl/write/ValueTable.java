package lossctl.write;

import java.util.List;

/** The numbers alone, one a line. */
final class ValueTable implements Table {
    private final List<Column> columns;
    private final Style style;
    private final CheckedOut out;

    ValueTable(List<Column> columns, Style style, CheckedOut out) {
        this.columns = columns;
        this.style = style;
        this.out = out;
    }

    @Override
    public void row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (columns.get(i).kind() == Column.Kind.NUMBER) {
                out.line(columns.get(i).cell(cells[i], style));
            }
        }
    }

    @Override
    public void finish() {}
}
