package lossctl.write;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Result;

/** Quantiles of the samples' losses, a row a loss: {@code loss, n, value, q0.5, q0.9}. */
final class QuantileTable {
    private QuantileTable() {}

    static void write(Result all, List<String> quantiles, double[][] values, Style style, CheckedOut out) {
        LossColumns losses = new LossColumns(all.scores());
        if (style.format() == OutputFormat.JSON) {
            json(all, losses, quantiles, values, new JsonOut(style, out));
            return;
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("loss"));
        columns.add(Column.count("n"));
        boolean skipped = all.skipped() != 0;
        if (skipped) {
            columns.add(Column.count("skipped"));
        }
        columns.add(Column.number("value"));
        for (String quantile : quantiles) {
            columns.add(Column.number("q" + quantile));
        }
        Table table = Table.to(columns, style, out);
        for (int i = 0; i < losses.size(); i++) {
            List<Object> cells = new ArrayList<>();
            cells.add(losses.name(i));
            cells.add(losses.score(all, i).n());
            if (skipped) {
                cells.add(all.skipped());
            }
            cells.add(losses.score(all, i).value());
            for (double value : values[losses.place(i)]) {
                cells.add(value);
            }
            table.row(cells.toArray());
        }
        table.finish();
    }

    private static void json(Result all, LossColumns losses, List<String> quantiles, double[][] values, JsonOut json) {
        json.object();
        EvaluationJson.numbers(json, all, losses);
        json.name("quantiles").object();
        for (int i = 0; i < losses.size(); i++) {
            json.name(losses.name(i)).object();
            for (int k = 0; k < quantiles.size(); k++) {
                json.name(quantiles.get(k)).number(values[losses.place(i)][k]);
            }
            json.endObject();
        }
        json.endObject();
        EvaluationJson.signatures(json, all, losses);
        json.endObject().endLine();
    }
}
