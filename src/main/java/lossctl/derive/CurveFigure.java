package lossctl.derive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lossctl.loss.Selection;
import lossctl.plot.Axis;
import lossctl.plot.Chart;
import lossctl.plot.Dash;
import lossctl.plot.Figure;
import lossctl.plot.Layer;
import lossctl.plot.Tone;

/**
 * The picture of one or several curves: one has its value in blue and its gradient in orange over it, several have a
 * chart of values and one of gradients. Kinks are open circles; at a jump the end that counts is a disc.
 */
public final class CurveFigure {
    private static final double MARGIN = 0.05;
    private static final String[] WORDS = {"value", "gradient"};

    private final List<LossCurve> curves;
    private final List<SampledCurve> sampled = new ArrayList<>();
    private final double low;
    private final double high;

    private CurveFigure(List<LossCurve> curves, double low, double high) {
        this.curves = curves;
        this.low = low;
        this.high = high;
        for (LossCurve curve : curves) {
            sampled.add(SampledCurve.of(curve, low, high));
        }
    }

    /**
     * The picture from {@code low} to {@code high}.
     *
     * @param samples predictions to mark at the foot; may be empty
     */
    public static Figure of(List<LossCurve> curves, double low, double high, double[] samples) {
        return new CurveFigure(curves, low, high).figure(samples);
    }

    private Figure figure(double[] samples) {
        List<Chart> charts = new ArrayList<>();
        boolean single = curves.size() == 1;
        boolean slopes = false;
        for (SampledCurve curve : sampled) {
            slopes |= curve.has(1);
        }
        Axis across = Axis.of(label(), low, high);
        List<Layer> values = layers(0, single);
        Layer marks = new Layer.Points("samples", Tone.GREEN, Layer.Mark.TICK, samples, new double[samples.length]);
        if (samples.length > 0) {
            values.add(marks);
        }
        if (single && slopes) {
            values.addAll(layers(1, true));
            charts.add(new Chart("", across, upright("value, gradient", 0, 1), values));
        } else {
            charts.add(new Chart("", across, upright(WORDS[0], 0, 0), values));
            if (slopes) {
                charts.add(new Chart("", across, upright(WORDS[1], 1, 1), layers(1, false)));
            }
        }
        List<String> remarks = new ArrayList<>();
        if (single) {
            remarks.add(curves.get(0).selection().spec().summary());
        }
        remarks.add(fixed());
        return new Figure(title(), description(slopes), remarks, charts);
    }

    /** The lines of all curves with their kinks and ends. */
    private List<Layer> layers(int component, boolean single) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            SampledCurve curve = sampled.get(i);
            if (!curve.has(component)) {
                continue;
            }
            Tone tone = single ? Tone.series(component) : Tone.series(i);
            Dash dash = single ? Dash.series(component) : Dash.series(i);
            String name = single ? WORDS[component] : component == 0 ? name(i) : "";
            double[][] line = curve.line(component);
            layers.add(new Layer.Line(name, tone, dash, line[0], line[1]));
        }
        for (int i = 0; i < curves.size(); i++) {
            Tone tone = single ? Tone.series(component) : Tone.series(i);
            add(layers, tone, Layer.Mark.RING, sampled.get(i).ends(component, true));
            add(layers, tone, Layer.Mark.DOT, sampled.get(i).ends(component, false));
            if (component == 0) {
                add(layers, tone, Layer.Mark.RING, sampled.get(i).kinks());
            }
        }
        return layers;
    }

    private static void add(List<Layer> layers, Tone tone, Layer.Mark mark, double[][] points) {
        if (points[0].length > 0) {
            layers.add(new Layer.Points("", tone, mark, points[0], points[1]));
        }
    }

    private Axis upright(String label, int from, int to) {
        double least = Double.NaN;
        double greatest = Double.NaN;
        for (SampledCurve curve : sampled) {
            for (int component = from; component <= to; component++) {
                double[] limits = curve.limits(component);
                least = Double.isNaN(least) ? limits[0] : Double.isNaN(limits[0]) ? least : Math.min(least, limits[0]);
                greatest = Double.isNaN(greatest)
                        ? limits[1]
                        : Double.isNaN(limits[1]) ? greatest : Math.max(greatest, limits[1]);
            }
        }
        double margin = (greatest / 2 - least / 2) * 2 * MARGIN;
        return margin > 0 ? Axis.of(label, least - margin, greatest + margin) : Axis.of(label);
    }

    /** What tells a curve from the others: its loss and parameters, and the truth where these differ. */
    private String name(int i) {
        LossCurve curve = curves.get(i);
        Selection selection = curve.selection();
        Set<String> told = new LinkedHashSet<>(
                Settings.changed(selection.spec(), selection.params()).keySet());
        boolean others = false;
        boolean truths = false;
        for (LossCurve other : curves) {
            if (other.name().equals(curve.name())) {
                told.addAll(Settings.changed(selection.spec(), other.selection().params())
                        .keySet());
            }
            others |= !other.name().equals(curve.name());
            truths |= !other.fixed().equals(curve.fixed());
        }
        List<String> parts = new ArrayList<>();
        for (String setting : told) {
            parts.add(setting + " " + text(selection.params().get(setting)));
        }
        if (truths) {
            parts.add(curve.fixed());
        }
        String settings = String.join(", ", parts);
        boolean named = others || curves.size() == 1 || parts.isEmpty();
        return !named ? settings : parts.isEmpty() ? curve.name() : curve.name() + ", " + settings;
    }

    private static String text(Object value) {
        return value instanceof Double number ? LossCurve.number(number) : Page.text(value);
    }

    private String label() {
        for (LossCurve curve : curves) {
            if (!curve.label().equals(curves.get(0).label())) {
                return "prediction";
            }
        }
        return curves.get(0).label();
    }

    private String fixed() {
        for (LossCurve curve : curves) {
            if (!curve.fixed().equals(curves.get(0).fixed())) {
                return "";
            }
        }
        return curves.get(0).fixed();
    }

    private String title() {
        if (curves.size() == 1) {
            return name(0);
        }
        List<String> names = new ArrayList<>();
        for (LossCurve curve : curves) {
            String name = curve.selection().spec().name();
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return String.join(", ", names);
    }

    private String description(boolean slopes) {
        StringBuilder text = new StringBuilder(slopes ? "Value and gradient of " : "Value of ").append(title());
        text.append(" over the ").append(label());
        text.append(" from ").append(LossCurve.number(low)).append(" to ").append(LossCurve.number(high));
        text.append(fixed().isEmpty() ? "." : "; " + fixed() + ".");
        for (int i = 0; i < curves.size(); i++) {
            double[][] kinks = sampled.get(i).kinks();
            if (kinks[0].length > 0) {
                text.append(curves.size() == 1 ? " Kinks at " : " Kinks of " + name(i) + " at ");
                text.append(LossCurve.numbers(kinks[0])).append('.');
            }
        }
        return text.toString();
    }
}
