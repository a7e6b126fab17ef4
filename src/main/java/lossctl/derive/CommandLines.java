package lossctl.derive;

import java.util.Map;
import lossctl.loss.Domain;
import lossctl.loss.Example;
import lossctl.loss.Input;
import lossctl.loss.Loss;
import lossctl.loss.Params;
import lossctl.loss.Spec;
import lossctl.num.DecimalWriter;

/** Worked examples as command lines that can be pasted into a shell. */
public final class CommandLines {
    private CommandLines() {}

    /** The line that computes an example: {@code lossctl huber --true 3 --pred 0 --delta 2}. */
    public static String of(Spec spec, Example example) {
        Params params = spec.defaults();
        for (Map.Entry<String, Object> setting : example.params().entrySet()) {
            params = params.with(setting.getKey(), setting.getValue());
        }
        Loss loss = spec.create(params);
        boolean rows = loss.isOverRows() && !loss.takesSingles();
        boolean ends = rows || loss.isOverRows() && example.truth()[0].length == 1;
        StringBuilder line = new StringBuilder("lossctl ").append(spec.name());
        if (loss.truth().kind() != Domain.Kind.NONE) {
            line.append(" --true ").append(list(example.truth(), ends, false));
        }
        line.append(" --pred ").append(list(example.prediction(), ends, rows));
        for (Input input : loss.inputs()) {
            double[][] values = example.inputs().get(input.name());
            if (values != null) {
                line.append(" --")
                        .append(input.name().replace('_', '-'))
                        .append(' ')
                        .append(list(values, ends, false));
            }
        }
        for (Map.Entry<String, Object> setting : Settings.changed(spec, params).entrySet()) {
            line.append(' ').append(Settings.option(setting.getKey(), setting.getValue()));
        }
        return line.toString();
    }

    /**
     * A value a sample as {@code 1,0}; rows as {@code '0.1,0.9;0.8,0.2'}.
     *
     * @param ends whether a list stands for one row, so that a single row needs no end of its own
     * @param split whether a list of several single values has to be told from one row
     */
    private static String list(double[][] rows, boolean ends, boolean split) {
        boolean wide = split && rows.length > 1;
        for (double[] row : rows) {
            wide |= row.length != 1;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.length; i++) {
            text.append(i == 0 ? "" : wide ? ";" : ",");
            for (int j = 0; j < rows[i].length; j++) {
                text.append(j == 0 ? "" : ",").append(number(rows[i][j]));
            }
        }
        if (wide && rows.length == 1 && !ends) {
            text.append(';');
        }
        return wide ? "'" + text + "'" : text.toString();
    }

    private static String number(double x) {
        String text = DecimalWriter.text(x);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
