package lossctl.gallery;

import java.util.List;
import lossctl.survey.Confusion;
import lossctl.write.CheckedOut;
import lossctl.write.Column;
import lossctl.write.JsonOut;
import lossctl.write.OutputFormat;
import lossctl.write.Style;
import lossctl.write.Table;

/** The numbers behind a confusion matrix: a row a true class and a predicted one. */
public final class ConfusionRows {
    private ConfusionRows() {}

    /**
     * Writes them; as JSON the matrix as a whole.
     *
     * @param labels what the classes are called, in index order
     */
    public static void write(Confusion confusion, List<String> labels, Style style, CheckedOut out) {
        int k = confusion.classes();
        if (style.format() != OutputFormat.JSON) {
            Table table = Table.to(
                    List.of(
                            Column.text("true"),
                            Column.text("predicted"),
                            Column.count("n"),
                            Column.number("weight"),
                            Column.number("share")),
                    style,
                    out);
            for (int i = 0; i < k * k; i++) {
                int truth = i / k;
                int predicted = i % k;
                double share = confusion.share(truth, predicted);
                table.row(
                        ConfusionFigure.label(labels, truth),
                        ConfusionFigure.label(labels, predicted),
                        confusion.count(truth, predicted),
                        confusion.weight(truth, predicted),
                        Double.isNaN(share) ? null : share);
            }
            table.finish();
            return;
        }
        JsonOut json = new JsonOut(style, out);
        json.object().name("n").count(confusion.n());
        json.name("accuracy").number(confusion.accuracy()).name("labels").array();
        for (int i = 0; i < k; i++) {
            json.text(ConfusionFigure.label(labels, i));
        }
        json.endArray().name("matrix").array();
        for (int i = 0; i < k; i++) {
            json.array();
            for (int j = 0; j < k; j++) {
                json.count(confusion.count(i, j));
            }
            json.endArray();
        }
        json.endArray().endObject().endLine();
    }
}
