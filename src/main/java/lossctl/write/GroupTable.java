package lossctl.write;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Group;
import lossctl.eval.Grouped;
import lossctl.eval.Result;

/** Several losses as columns, a row a group and one for all: the grouping columns, {@code n}, {@code skipped}, the losses. */
final class GroupTable {
    private GroupTable() {}

    static void write(Grouped grouped, Result total, Style style, CheckedOut out) {
        boolean skipped = total.skipped() != 0;
        LossColumns losses = new LossColumns(total.scores());
        List<Column> columns = new ArrayList<>();
        for (String name : grouped.columns()) {
            columns.add(Column.text(name));
        }
        columns.add(Column.count("n"));
        if (skipped) {
            columns.add(Column.count("skipped"));
        }
        for (int i = 0; i < losses.size(); i++) {
            columns.add(Column.number(losses.name(i)));
        }
        Table table = Table.to(columns, style, out);
        int keys = grouped.columns().size();
        for (Group group : grouped.groups()) {
            Object[] cells = new Object[columns.size()];
            System.arraycopy(group.keys(), 0, cells, 0, keys);
            cells[keys] = group.n();
            for (int i = 0; i < losses.size(); i++) {
                cells[cells.length - losses.size() + i] = value(group, losses.place(i));
            }
            table.row(cells);
        }
        Object[] all = new Object[columns.size()];
        all[0] = EvaluationTable.ALL;
        all[keys] = total.n();
        if (skipped) {
            // Which group a row that was left out would have been in is not known.
            all[keys + 1] = total.skipped();
        }
        for (int i = 0; i < losses.size(); i++) {
            all[all.length - losses.size() + i] = losses.score(total, i).value();
        }
        table.row(all);
        table.finish();
    }

    private static Double value(Group group, int loss) {
        return group.isUndefined(loss) ? null : group.values()[loss];
    }
}
