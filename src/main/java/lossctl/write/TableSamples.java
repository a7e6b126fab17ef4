package lossctl.write;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Result;
import lossctl.eval.SampleRows;

/** Samples as the rows of a table for the eye. */
final class TableSamples implements SampleFormat {
    private final List<SampleField> fields;
    private final Style style;
    private final Table table;
    private final int columns;

    TableSamples(List<SampleField> fields, Style style, CheckedOut out) {
        this.fields = fields;
        this.style = style;
        List<Column> all = new ArrayList<>();
        for (SampleField field : fields) {
            for (int i = 0; i < field.width(); i++) {
                String name = field.column(i);
                all.add(field.isText() ? Column.text(name) : field.whole() ? Column.figure(name) : Column.number(name));
            }
        }
        columns = all.size();
        table = Table.to(all, style, out);
    }

    @Override
    public void rows(SampleRows rows) {
        for (int row = 0; row < rows.rows(); row++) {
            Object[] cells = new Object[columns];
            int at = 0;
            for (SampleField field : fields) {
                if (field.isText()) {
                    cells[at++] = field.text(rows, row);
                    continue;
                }
                for (int i = row * field.width(); i < (row + 1) * field.width(); i++) {
                    cells[at++] = cell(field, field.values(rows)[i]);
                }
            }
            table.row(cells);
        }
    }

    private Object cell(SampleField field, double x) {
        if (field.whole()) {
            return field.isWhole(x) ? Long.toString((long) x) : style.number(x);
        }
        return field.isAbsent(x) ? null : (Object) x;
    }

    @Override
    public void end(Result result) {
        table.finish();
    }
}
