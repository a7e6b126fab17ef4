package lossctl.write;

import java.util.List;
import lossctl.eval.Result;
import lossctl.eval.SampleRows;

/**
 * Samples as JSON objects: a line each, or in one object together with the result, which comes behind them since it is
 * known only then. Several values of a sample are an array; a share that does not exist is null.
 */
final class JsonSamples implements SampleFormat {
    private final List<SampleField> fields;
    private final boolean lines;
    private final JsonOut json;

    JsonSamples(String loss, List<SampleField> fields, Style style, CheckedOut out) {
        this.fields = fields;
        lines = style.format() == OutputFormat.JSONL;
        json = new JsonOut(style, out);
        if (!lines) {
            json.object().name("loss").text(loss).name("samples").array();
        }
    }

    @Override
    public void rows(SampleRows rows) {
        for (int row = 0; row < rows.rows(); row++) {
            json.object();
            for (SampleField field : fields) {
                json.name(field.name());
                if (field.isText()) {
                    json.text(field.text(rows, row));
                } else if (field.width() == 1) {
                    number(field, field.values(rows)[row]);
                } else {
                    array(field, field.values(rows), row * field.width());
                }
            }
            json.endObject();
            if (lines) {
                json.endLine();
            }
        }
    }

    private void array(SampleField field, double[] values, int from) {
        json.array();
        for (int i = from; i < from + field.width(); i++) {
            number(field, values[i]);
        }
        json.endArray();
    }

    private void number(SampleField field, double x) {
        if (field.isAbsent(x)) {
            json.text(null);
        } else if (field.isWhole(x)) {
            json.count((long) x);
        } else {
            json.number(x);
        }
    }

    @Override
    public void end(Result result) {
        if (!lines) {
            json.endArray();
            SingleResult.members(json, result);
            json.endObject().endLine();
        }
    }
}
