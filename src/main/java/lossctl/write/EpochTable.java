package lossctl.write;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Epochs;
import lossctl.eval.Result;

/**
 * A training log, a row an epoch: {@code epoch, loss, accuracy, val_loss, val_accuracy}. As in the logs of frameworks the
 * first loss is {@code loss}, whatever its name; the others have theirs. One side alone has its columns alone.
 */
final class EpochTable {
    private final Epochs epochs;
    private final LossColumns losses;
    private final boolean train;
    private final boolean val;

    private EpochTable(Epochs epochs) {
        this.epochs = epochs;
        losses = new LossColumns(epochs.any().scores());
        train = epochs.train().get(0) != null;
        val = epochs.val().get(0) != null;
    }

    static void write(Epochs epochs, Style style, CheckedOut out) {
        EpochTable table = new EpochTable(epochs);
        if (style.format() == OutputFormat.JSON) {
            table.json(style, out);
        } else {
            table.rows(style, out);
        }
    }

    private String name(int i) {
        return i == 0 ? "loss" : losses.name(i);
    }

    private void rows(Style style, CheckedOut out) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.figure("epoch"));
        for (int i = 0; train && i < losses.size(); i++) {
            columns.add(Column.number(name(i)));
        }
        for (int i = 0; val && i < losses.size(); i++) {
            columns.add(Column.number("val_" + name(i)));
        }
        Table table = Table.to(columns, style, out);
        for (int e = 0; e < epochs.names().size(); e++) {
            List<Object> cells = new ArrayList<>();
            cells.add(epochs.names().get(e));
            cells(cells, epochs.train().get(e));
            cells(cells, epochs.val().get(e));
            table.row(cells.toArray());
        }
        table.finish();
    }

    private void cells(List<Object> cells, Result result) {
        for (int i = 0; result != null && i < losses.size(); i++) {
            cells.add(losses.score(result, i).value());
        }
    }

    /** An object an epoch, by its number: numbers in objects, as DVC wants them. */
    private void json(Style style, CheckedOut out) {
        JsonOut json = new JsonOut(style, out);
        json.object().name("epochs").object();
        for (int e = 0; e < epochs.names().size(); e++) {
            json.name(epochs.names().get(e)).object();
            numbers(json, "", epochs.train().get(e));
            numbers(json, "val_", epochs.val().get(e));
            json.endObject();
        }
        json.endObject().name("signatures").object();
        for (int i = 0; i < losses.size(); i++) {
            json.name(name(i)).text(losses.score(epochs.any(), i).signature());
        }
        json.endObject().endObject().endLine();
    }

    private void numbers(JsonOut json, String prefix, Result result) {
        for (int i = 0; result != null && i < losses.size(); i++) {
            json.name(prefix + name(i)).number(losses.score(result, i).value());
        }
        if (result != null) {
            json.name(prefix + "n").count(result.n());
        }
    }
}
