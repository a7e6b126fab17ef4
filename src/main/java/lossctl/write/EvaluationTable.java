package lossctl.write;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Result;
import lossctl.eval.Score;

/** Several losses as columns: {@code file} where there are several, {@code n}, {@code skipped} where any, the losses. */
final class EvaluationTable {
    /** What the row for everything is called. */
    static final String ALL = "(all)";

    private EvaluationTable() {}

    static void write(List<Result> files, Result total, Style style, CheckedOut out) {
        boolean several = files.size() > 1;
        boolean skipped = total.skipped() != 0;
        LossColumns losses = new LossColumns(total.scores());
        List<Column> columns = new ArrayList<>();
        if (several) {
            columns.add(Column.text("file"));
        }
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
        Table table = Table.to(columns, style, out);
        for (Result file : files) {
            table.row(cells(several ? file.name() : null, file, skipped, losses, style));
        }
        if (several) {
            table.row(cells(ALL, total, skipped, losses, style));
        }
        table.finish();
    }

    private static Object[] cells(String name, Result result, boolean skipped, LossColumns losses, Style style) {
        List<Object> cells = new ArrayList<>();
        if (name != null) {
            cells.add(name);
        }
        cells.add(result.n());
        if (skipped) {
            cells.add(result.skipped());
        }
        for (int i = 0; i < losses.size(); i++) {
            Score score = losses.score(result, i);
            cells.add(score.value());
            if (Intervals.wanted(score)) {
                Intervals.cells(cells, score.estimate().bounds(), style);
            }
        }
        return cells.toArray();
    }
}
