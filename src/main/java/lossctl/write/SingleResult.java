package lossctl.write;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Reduction;
import lossctl.eval.Result;
import lossctl.eval.Score;

/** The answer for one loss with what belongs to it. */
final class SingleResult {
    private SingleResult() {}

    static void write(Result result, Style style, CheckedOut out) {
        Score score = result.scores().get(0);
        if (style.format() == OutputFormat.JSON || style.format() == OutputFormat.JSONL) {
            JsonOut json = new JsonOut(style, out);
            json.object().name("loss").text(score.name());
            members(json, result);
            if (Intervals.wanted(score)) {
                json.name("ci");
                Intervals.json(json, score.estimate());
            }
            json.endObject().endLine();
            return;
        }
        List<Column> columns = new ArrayList<>(List.of(Column.text("loss"), Column.number("value"), Column.count("n")));
        List<Object> cells = new ArrayList<>(List.of(score.name(), score.value(), score.n()));
        if (result.skipped() != 0) {
            columns.add(Column.count("skipped"));
            cells.add(result.skipped());
        }
        if (Intervals.wanted(score)) {
            Intervals.columns(columns, "", score.estimate(), style);
            Intervals.cells(cells, score.estimate().bounds(), style);
        }
        Table table = Table.to(columns, style, out);
        table.row(cells.toArray());
        table.finish();
    }

    /** All members but the loss's name, in an object that is open; without a reduction there is no value. */
    static void members(JsonOut json, Result result) {
        Score score = result.scores().get(0);
        if (score.reduction() != Reduction.NONE) {
            json.name("value").number(score.value());
        }
        json.name("n").count(score.n());
        json.name("skipped").count(result.skipped());
        json.name("reduction").text(score.reduction().word());
        json.name("signature").text(score.signature());
    }
}
