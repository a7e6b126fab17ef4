package lossctl.gallery;

import java.util.List;
import lossctl.survey.Bins;
import lossctl.survey.Residuals;
import lossctl.write.CheckedOut;
import lossctl.write.Column;
import lossctl.write.JsonOut;
import lossctl.write.OutputFormat;
import lossctl.write.Style;
import lossctl.write.Table;

/** The numbers behind a picture of residuals: a row a bin. */
public final class ResidualRows {
    private ResidualRows() {}

    /** Writes them; as JSON with what is told of all residuals. */
    public static void write(Residuals residuals, double rmse, Style style, CheckedOut out) {
        Bins bins = residuals.histogram().bins();
        if (style.format() != OutputFormat.JSON) {
            Table table = Table.to(
                    List.of(Column.number("low"), Column.number("high"), Column.count("n"), Column.number("weight")),
                    style,
                    out);
            for (int i = 0; i < bins.counts().length; i++) {
                table.row(bins.edges()[i], bins.edges()[i + 1], bins.counts()[i], bins.weights()[i]);
            }
            table.finish();
            return;
        }
        JsonOut json = new JsonOut(style, out);
        json.object().name("n").count(residuals.n());
        json.name("mean").number(residuals.mean()).name("rmse").number(rmse);
        if (residuals.notFinite() > 0) {
            json.name("not_finite").count(residuals.notFinite());
        }
        json.name("bins").array();
        for (int i = 0; i < bins.counts().length; i++) {
            json.object().name("low").number(bins.edges()[i]).name("high").number(bins.edges()[i + 1]);
            json.name("n").count(bins.counts()[i]);
            json.name("weight").number(bins.weights()[i]).endObject();
        }
        json.endArray().endObject().endLine();
    }
}
