package lossctl.gallery;

import java.util.List;
import lossctl.survey.Reliability;
import lossctl.write.CheckedOut;
import lossctl.write.Column;
import lossctl.write.JsonOut;
import lossctl.write.OutputFormat;
import lossctl.write.Style;
import lossctl.write.Table;

/** The numbers behind a reliability curve: a row a bin that holds samples. */
public final class CalibrationRows {
    private CalibrationRows() {}

    /** Writes them; as JSON with what is told of all samples. */
    public static void write(Reliability reliability, Style style, CheckedOut out) {
        if (style.format() != OutputFormat.JSON) {
            Table table = Table.to(
                    List.of(
                            Column.number("low"),
                            Column.number("high"),
                            Column.count("n"),
                            Column.number("weight"),
                            Column.number("forecast"),
                            Column.number("frequency"),
                            Column.number("ci_low"),
                            Column.number("ci_high")),
                    style,
                    out);
            for (Reliability.Bin bin : reliability.bins()) {
                table.row(
                        bin.low(),
                        bin.high(),
                        bin.n(),
                        bin.weight(),
                        bin.forecast(),
                        bin.frequency(),
                        bin.bounds().low(),
                        bin.bounds().high());
            }
            table.finish();
            return;
        }
        JsonOut json = new JsonOut(style, out);
        json.object().name("n").count(reliability.n());
        json.name("ece").number(reliability.expectedError());
        json.name("bins").array();
        for (Reliability.Bin bin : reliability.bins()) {
            json.object().name("low").number(bin.low()).name("high").number(bin.high());
            json.name("n").count(bin.n()).name("weight").number(bin.weight());
            json.name("forecast").number(bin.forecast()).name("frequency").number(bin.frequency());
            json.name("ci_low").number(bin.bounds().low());
            json.name("ci_high").number(bin.bounds().high()).endObject();
        }
        json.endArray().endObject().endLine();
    }
}
