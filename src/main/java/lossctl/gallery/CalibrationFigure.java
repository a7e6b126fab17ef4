package lossctl.gallery;

import java.util.List;
import lossctl.plot.Axis;
import lossctl.plot.Chart;
import lossctl.plot.Dash;
import lossctl.plot.Figure;
import lossctl.plot.Layer;
import lossctl.plot.Tone;
import lossctl.survey.Reliability;

/** The reliability curve: how often forecasts came true over how probable they were, with the number in each bin. */
public final class CalibrationFigure {
    private CalibrationFigure() {}

    /**
     * The figure.
     *
     * @param name what the samples are called; may be empty
     */
    public static Figure of(Reliability reliability, String name) {
        String main = "ECE " + Say.number(reliability.expectedError()) + " over "
                + Say.count(reliability.count(), "bin") + ", n " + Say.count(reliability.n());
        boolean rows = reliability.outputs() > 1;
        String description = "Reliability curve of " + (rows ? "the greatest probability" : "the probability of 1")
                + ": "
                + main + "; intervals of " + Say.level(reliability.level()) + " by Wilson. " + worst(reliability)
                + "Below, how many samples each bin holds.";
        return new Figure(
                "Calibration" + (name.isEmpty() ? "" : " of " + name),
                description,
                List.of(main),
                List.of(curve(reliability, rows), counts(reliability)));
    }

    private static String worst(Reliability reliability) {
        Reliability.Bin worst = null;
        for (Reliability.Bin bin : reliability.bins()) {
            if (worst == null || gap(bin) > gap(worst)) {
                worst = bin;
            }
        }
        return worst == null
                ? ""
                : "Farthest from the diagonal: forecasts of " + Say.number(worst.forecast()) + " came true "
                        + Say.percent(worst.frequency()) + " of the time (n " + Say.count(worst.n()) + "). ";
    }

    private static double gap(Reliability.Bin bin) {
        return Math.abs(bin.frequency() - bin.forecast());
    }

    private static Chart curve(Reliability reliability, boolean rows) {
        List<Reliability.Bin> bins = reliability.bins();
        double[] x = new double[bins.size()];
        double[] y = new double[x.length];
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = bins.get(i).forecast();
            y[i] = bins.get(i).frequency();
            low[i] = bins.get(i).bounds().low();
            high[i] = bins.get(i).bounds().high();
        }
        double[] ends = {0, 1};
        return new Chart(
                "",
                Axis.of(rows ? "greatest probability, mean of its bin" : "probability, mean of its bin", 0, 1),
                Axis.of("share that came true", 0, 1),
                List.of(
                        new Layer.Line("perfect", Tone.MUTED, Dash.DASHED, ends, ends),
                        new Layer.Whiskers("", Tone.BLUE, true, x, low, high),
                        new Layer.Line("", Tone.BLUE, Dash.SOLID, x, y),
                        new Layer.Points("observed", Tone.BLUE, Layer.Mark.DOT, x, y)));
    }

    private static Chart counts(Reliability reliability) {
        List<Reliability.Bin> bins = reliability.bins();
        double[] low = new double[bins.size()];
        double[] high = new double[low.length];
        double[] n = new double[low.length];
        for (int i = 0; i < low.length; i++) {
            low[i] = bins.get(i).low();
            high[i] = bins.get(i).high();
            n[i] = bins.get(i).n();
        }
        return new Chart(
                "",
                Axis.of("probability", 0, 1),
                Axis.of("samples", 0, Double.NaN).wholes(),
                List.of(new Layer.Bars("", Tone.BLUE, low, high, new double[n.length], n)));
    }
}
