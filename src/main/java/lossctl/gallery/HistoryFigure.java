package lossctl.gallery;

import java.util.ArrayList;
import java.util.List;
import lossctl.eval.Epochs;
import lossctl.eval.Result;
import lossctl.eval.Score;
import lossctl.num.DecimalReader;
import lossctl.plot.Axis;
import lossctl.plot.Chart;
import lossctl.plot.Dash;
import lossctl.plot.Figure;
import lossctl.plot.Layer;
import lossctl.plot.Tone;

/** Learning curves: a chart a loss or metric, over epochs, for training and validation data. */
public final class HistoryFigure {
    private HistoryFigure() {}

    /** The figure; {@code name} is what the dumps are called, and may be empty. */
    public static Figure of(Epochs epochs, String name) {
        List<Chart> charts = new ArrayList<>();
        List<Score> scores = epochs.any().scores();
        StringBuilder words = new StringBuilder();
        double[] x = numbers(epochs.names());
        for (int i = 0; i < scores.size(); i++) {
            List<Layer> layers = new ArrayList<>();
            String label = scores.get(i).label();
            boolean both = epochs.train().get(0) != null && epochs.val().get(0) != null;
            if (epochs.train().get(0) != null) {
                add(layers, both ? "training" : "", Tone.BLUE, Dash.SOLID, x, values(epochs.train(), i));
                words.append(told(label, both ? "on training data" : "", epochs, epochs.train(), i));
            }
            if (epochs.val().get(0) != null) {
                Tone tone = both ? Tone.ORANGE : Tone.BLUE;
                add(
                        layers,
                        both ? "validation" : "",
                        tone,
                        both ? Dash.DASHED : Dash.SOLID,
                        x,
                        values(epochs.val(), i));
                words.append(told(label, both ? "on validation data" : "", epochs, epochs.val(), i));
            }
            charts.add(new Chart("", Axis.of("epoch").wholes(), Axis.of(label), layers));
        }
        return new Figure(
                "Learning curve" + (name.isEmpty() ? "" : " of " + name),
                "Losses and metrics over " + Say.count(x.length, "epoch") + "." + words,
                List.of(),
                charts);
    }

    private static void add(List<Layer> layers, String name, Tone tone, Dash dash, double[] x, double[] y) {
        layers.add(new Layer.Line(name, tone, dash, x, y));
        layers.add(new Layer.Points("", tone, Layer.Mark.DOT, x, y));
    }

    /** The epochs' numbers; counted from 1 where a name is none. */
    private static double[] numbers(List<String> names) {
        double[] numbers = new double[names.size()];
        boolean all = true;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = DecimalReader.read(names.get(i));
            all &= numbers[i] - numbers[i] == 0;
        }
        for (int i = 0; !all && i < numbers.length; i++) {
            numbers[i] = i + 1.0;
        }
        return numbers;
    }

    private static double[] values(List<Result> results, int loss) {
        double[] values = new double[results.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = results.get(i) == null
                    ? Double.NaN
                    : results.get(i).scores().get(loss).value();
        }
        return values;
    }

    /** {@code sparse_cce on validation data from 2.07 to 0.33, best 0.33 at epoch 10.} */
    private static String told(String label, String where, Epochs epochs, List<Result> results, int loss) {
        double[] values = values(results, loss);
        boolean higher = epochs.any().scores().get(loss).selection().spec().better() == lossctl.loss.Better.HIGHER;
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (higher ? values[i] > values[best] : values[i] < values[best]) {
                best = i;
            }
        }
        return " " + label + (where.isEmpty() ? "" : " " + where) + " from " + Say.number(values[0]) + " to "
                + Say.number(values[values.length - 1]) + ", best " + Say.number(values[best]) + " at epoch "
                + epochs.names().get(best) + ".";
    }
}
