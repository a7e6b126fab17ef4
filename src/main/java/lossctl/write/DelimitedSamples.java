package lossctl.write;

import java.io.ByteArrayOutputStream;
import java.util.List;
import lossctl.eval.Result;
import lossctl.eval.SampleRows;
import lossctl.eval.SampleSink;

/** CSV and TSV; without a heading, the bare values. The hot one: numbers go straight into the output's buffer. */
final class DelimitedSamples implements SampleFormat {
    private final SampleField[] fields;
    private final double[][] values;
    private final Style style;
    private final CheckedOut out;
    private final Delimited cells;
    private final boolean shortest;

    DelimitedSamples(List<SampleField> fields, boolean heading, Style style, CheckedOut out) {
        this.fields = fields.toArray(new SampleField[0]);
        values = new double[this.fields.length][];
        this.style = style;
        this.out = out;
        cells = new Delimited(style, out);
        shortest = style.isShortestDouble();
        if (heading) {
            for (SampleField field : fields) {
                for (int i = 0; i < field.width(); i++) {
                    cells.text(field.column(i));
                }
            }
            cells.end();
        }
    }

    @Override
    public void rows(SampleRows rows) {
        for (int f = 0; f < fields.length; f++) {
            values[f] = fields[f].values(rows);
        }
        for (int row = 0; row < rows.rows(); row++) {
            for (int f = 0; f < fields.length; f++) {
                SampleField field = fields[f];
                if (values[f] == null) {
                    cells.text(field.text(rows, row));
                    continue;
                }
                int width = field.width();
                for (int i = row * width; i < (row + 1) * width; i++) {
                    cells.next();
                    number(field, values[f][i]);
                }
            }
            cells.end();
        }
    }

    private void number(SampleField field, double x) {
        if (field.isAbsent(x)) {
            return;
        }
        if (field.isWhole(x)) {
            out.integer((long) x);
        } else if (shortest) {
            out.number(x);
        } else {
            out.text(style.number(x));
        }
    }

    @Override
    public SampleSink.Draft draft() {
        Sheet sheet = new Sheet();
        CheckedOut inner = CheckedOut.to(sheet, "");
        DelimitedSamples samples = new DelimitedSamples(List.of(fields), false, style, inner);
        return new SampleSink.Draft() {
            @Override
            public void write(SampleRows rows) {
                samples.rows(rows);
                inner.flush();
            }

            @Override
            public void commit() {
                sheet.moveTo(out);
            }
        };
    }

    /** Text in memory. */
    private static final class Sheet extends ByteArrayOutputStream {
        void moveTo(CheckedOut out) {
            out.write(buf, 0, count);
            reset();
        }
    }

    @Override
    public void end(Result result) {}
}
