package lossctl.plot;

import java.util.ArrayList;
import java.util.List;
import lossctl.write.SafeText;

/** Lays out one chart: legend, label of the vertical axis, frame with ticks, layers, labels below. */
final class ChartLayout {
    static final double BAND = 0.25;
    static final double BAR = 0.75;

    private final Chart chart;
    private final Paper paper;
    private final List<Shape> shapes;
    private final Marks upright;
    private Scale across;
    private Scale up;
    private Frame frame;

    ChartLayout(Chart chart, Paper paper, List<Shape> shapes) {
        this.chart = chart;
        this.paper = paper;
        this.shapes = shapes;
        upright = marks(chart.y(), true, (int) (paper.plot() / (paper.cells() ? 12 : 36)));
    }

    /** How much room the texts of the vertical axis take. */
    double left() {
        return paper.gap() + Math.min(upright.widest(), paper.width() * 0.35) + (paper.cells() ? 2 : 8);
    }

    /** Draws the chart with its frame from {@code left} on, and returns where the next may begin. */
    double draw(double top, double left) {
        double y = new Legend(paper, top, shapes).draw(chart.layers());
        if (!chart.y().label().isEmpty()) {
            label(
                    Tone.MUTED,
                    Shape.Anchor.START,
                    paper.gap(),
                    y + paper.line() / 2,
                    chart.y().label());
            y += paper.line();
        }
        y += paper.cells() ? 0 : paper.gap();
        frameOf(y, left);
        grid();
        double below = below();
        for (Layer layer : chart.layers()) {
            new LayerLayout(paper, frame, across, up, shapes).draw(layer);
        }
        return below;
    }

    /** The places of an axis that carry a text. */
    private record Marks(Ticks ticks, double low, double high, double widest) {}

    private Marks marks(Axis axis, boolean upright, int most) {
        double[] ends = Extent.of(axis, upright, chart.layers());
        Ticks ticks = axis.isNamed() ? named(axis) : Ticks.of(ends[0], ends[1], Math.max(2, most), axis.whole());
        double widest = 0;
        for (String text : ticks.texts()) {
            widest = Math.max(widest, paper.width(SafeText.visible(text), paper.text(), false));
        }
        return new Marks(ticks, ends[0], ends[1], widest);
    }

    private static Ticks named(Axis axis) {
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < axis.names().size(); i++) {
            places.add((double) i);
        }
        return new Ticks(places, axis.names());
    }

    private void frameOf(double y, double left) {
        double right = paper.width() - (paper.cells() ? 2 : 14);
        frame = new Frame(left, y, right, y + paper.plot());
        // Lines end at the frame's edges, so that the thickest of them still lies within.
        boolean down = chart.y().isNamed();
        double inset = paper.cells() ? 0.5 : 0;
        double foot = frame.bottom() - inset;
        up = new Scale(upright.low(), upright.high(), down ? frame.top() : foot, down ? foot : frame.top());
        double[] ends = Extent.of(chart.x(), false, chart.layers());
        across = new Scale(ends[0], ends[1], left + inset, right - inset);
    }

    private void grid() {
        double step = paper.cells() ? 2 : 6;
        double room = frame.left() - paper.gap() - step;
        double last = Double.NaN;
        for (int i = 0; i < upright.ticks().values().size(); i++) {
            double at = up.at(upright.ticks().values().get(i));
            if (Math.abs(at - last) < paper.line() * (paper.cells() ? 1 : 0.8)) {
                continue;
            }
            last = at;
            String text = paper.fit(upright.ticks().texts().get(i), paper.text(), false, room);
            label(Tone.INK, Shape.Anchor.END, frame.left() - step, paper.inRow(at), text);
            if (!chart.y().isNamed()) {
                path(Tone.FAINT, frame.left(), at, frame.right(), at);
            }
        }
    }

    /** The horizontal axis: as many ticks as have room for their texts. */
    private double below() {
        Axis axis = chart.x();
        double step = paper.cells() ? 0 : 4;
        double middle = frame.bottom() + step + paper.line() / 2;
        Ticks ticks = axis.isNamed() ? named(axis) : null;
        for (int most = 10; ticks == null; most--) {
            Ticks tried = Ticks.of(across.low(), across.high(), most, axis.whole());
            ticks = most <= 2 || areApart(tried) ? tried : null;
        }
        double slot = axis.isNamed() ? frame.width() / axis.names().size() : paper.width();
        int each = axis.isNamed() ? (int) Math.ceil((paper.cells() ? 8 : 40) / slot) : 1;
        List<Shape.Label> drawn = new ArrayList<>();
        for (int i = 0; i < ticks.values().size(); i += each) {
            double at = across.at(ticks.values().get(i));
            if (!axis.isNamed()) {
                path(Tone.FAINT, at, frame.top(), at, frame.bottom());
            }
            String text = paper.fit(ticks.texts().get(i), paper.text(), false, slot * each - (paper.cells() ? 2 : 6));
            Shape.Label label = below(text, at, middle);
            if (drawn.isEmpty() || !drawn.get(drawn.size() - 1).meets(label)) {
                drawn.add(label);
            }
        }
        shapes.addAll(drawn);
        double foot = frame.bottom() - (paper.cells() ? 0.5 : 0);
        path(Tone.INK, frame.left(), foot, frame.right(), foot);
        path(Tone.INK, frame.left(), frame.top(), frame.left(), foot);
        double y = frame.bottom() + step + paper.line();
        if (!axis.label().isEmpty()) {
            String text = paper.fit(axis.label(), paper.text(), false, paper.width() - 2 * paper.gap());
            shapes.add(below(text, (frame.left() + frame.right()) / 2, y + paper.line() / 2, Tone.MUTED));
            y += paper.line();
        }
        return y + (paper.cells() ? 0 : paper.gap());
    }

    private boolean areApart(Ticks ticks) {
        double gap = paper.cells() ? 4 : 14;
        double end = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ticks.values().size(); i++) {
            double width = paper.width(ticks.texts().get(i), paper.text(), false);
            double left = across.at(ticks.values().get(i)) - width / 2;
            if (left < end + gap) {
                return false;
            }
            end = left + width;
        }
        return true;
    }

    private Shape.Label below(String text, double at, double middle) {
        return below(text, at, middle, Tone.INK);
    }

    /** A text in the middle below a place, moved where it would leave the paper. */
    private Shape.Label below(String text, double at, double middle, Tone tone) {
        double width = paper.width(text, paper.text(), false);
        double least = paper.cells() ? width / 2 : width / 2 + 1;
        double x = Math.max(least, Math.min(paper.width() - least, at));
        return new Shape.Label(tone, false, paper.text(), Shape.Anchor.MIDDLE, x, middle, width, text);
    }

    private void label(Tone tone, Shape.Anchor anchor, double x, double y, String text) {
        String fitting = paper.fit(text, paper.text(), false, paper.width() - 2 * paper.gap());
        double width = paper.width(fitting, paper.text(), false);
        shapes.add(new Shape.Label(tone, false, paper.text(), anchor, x, y, width, fitting));
    }

    private void path(Tone tone, double x0, double y0, double x1, double y1) {
        shapes.add(new Shape.Path(tone, 1, Dash.SOLID, new double[] {x0, x1}, new double[] {y0, y1}));
    }
}
