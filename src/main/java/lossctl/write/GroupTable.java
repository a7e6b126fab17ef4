package lossctl.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossctl.eval.Group;
import lossctl.eval.Grouped;
import lossctl.eval.Result;
import lossctl.eval.Score;
import lossctl.eval.Sliced;

/**
 * Several losses as columns, a row a group and one for all: the file where there are several, the grouping columns,
 * {@code n}, {@code skipped}, the losses with their intervals.
 */
final class GroupTable {
    private final Result total;
    private final LossColumns losses;
    private final Style style;
    private final int keys;
    private final boolean several;
    private final boolean skipped;
    private final Table table;

    private GroupTable(Sliced sliced, Result total, Style style, CheckedOut out) {
        this.total = total;
        this.style = style;
        several = !sliced.files().isEmpty();
        skipped = total.skipped() != 0;
        losses = new LossColumns(total.scores());
        List<Column> columns = new ArrayList<>();
        if (several) {
            columns.add(Column.text("file"));
        }
        for (String name : sliced.all().columns()) {
            columns.add(Column.text(name));
        }
        keys = sliced.all().columns().size();
        columns.add(Column.count("n"));
        if (skipped) {
            columns.add(Column.count("skipped"));
        }
        for (int i = 0; i < losses.size(); i++) {
            columns.add(Column.number(losses.name(i)));
            if (Intervals.wanted(losses.score(total, i))) {
                Intervals.columns(
                        columns, losses.name(i) + "_", losses.score(total, i).estimate(), style);
            }
        }
        Column.giveWay(columns, several ? 1 : 0, keys);
        table = Table.to(columns, style, out);
    }

    static void write(List<Result> files, Sliced sliced, Result total, Style style, CheckedOut out) {
        GroupTable groups = new GroupTable(sliced, total, style, out);
        for (int i = 0; i < sliced.files().size(); i++) {
            String file = files.get(i).name();
            groups.rows(file, sliced.files().get(i));
            groups.row(file, files.get(i));
        }
        groups.rows(EvaluationTable.ALL, sliced.all());
        groups.row(EvaluationTable.ALL, total);
        groups.table.finish();
    }

    private void rows(String file, Grouped grouped) {
        for (Group group : grouped.groups()) {
            List<Object> cells = start(file, group.keys(), group.n());
            if (skipped) {
                // Which group a row that was left out would have been in is not known.
                cells.add(null);
            }
            for (int i = 0; i < losses.size(); i++) {
                int loss = losses.place(i);
                cells.add(group.isUndefined(loss) ? null : group.values()[loss]);
                if (Intervals.wanted(losses.score(total, i))) {
                    Intervals.cells(cells, Intervals.bounds(group.estimate(loss)), style);
                }
            }
            table.row(cells.toArray());
        }
    }

    private void row(String file, Result result) {
        String[] all = new String[keys];
        all[0] = EvaluationTable.ALL;
        List<Object> cells = start(file, all, result.n());
        if (skipped) {
            cells.add(result.skipped());
        }
        for (int i = 0; i < losses.size(); i++) {
            Score score = losses.score(result, i);
            cells.add(score.value());
            if (Intervals.wanted(score)) {
                Intervals.cells(cells, Intervals.bounds(score.estimate()), style);
            }
        }
        table.row(cells.toArray());
    }

    private List<Object> start(String file, String[] own, long n) {
        List<Object> cells = new ArrayList<>();
        if (several) {
            cells.add(file);
        }
        cells.addAll(Arrays.asList(own));
        cells.add(n);
        return cells;
    }
}
