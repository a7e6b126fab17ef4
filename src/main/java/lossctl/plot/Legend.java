package lossctl.plot;

import java.util.ArrayList;
import java.util.List;

/** The names of a chart's layers, each behind a swatch, in as many lines as they take. */
final class Legend {
    private final Paper paper;
    private final List<Shape> shapes;
    private double x;
    private double y;

    Legend(Paper paper, double top, List<Shape> shapes) {
        this.paper = paper;
        this.shapes = shapes;
        x = paper.gap();
        y = top;
    }

    /** Draws the entries and returns where the next line begins. */
    double draw(List<Layer> layers) {
        List<String> seen = new ArrayList<>();
        for (Layer layer : layers) {
            String key = layer.tone() + layer.name();
            if (!layer.name().isEmpty() && !seen.contains(key)) {
                seen.add(key);
                entry(layer);
            }
        }
        return seen.isEmpty() ? y : y + paper.line();
    }

    private void entry(Layer layer) {
        double swatch = paper.cells() ? 6 : 24;
        double between = paper.cells() ? 2 : 6;
        double room = paper.width() - 2 * paper.gap() - swatch - between;
        String text = paper.fit(layer.name(), paper.text(), false, room);
        double width = paper.width(text, paper.text(), false);
        if (x > paper.gap() && x + swatch + between + width > paper.width() - paper.gap()) {
            x = paper.gap();
            y += paper.line();
        }
        double middle = y + paper.line() / 2;
        swatch(layer, x, swatch, middle);
        x += swatch + between;
        shapes.add(new Shape.Label(Tone.INK, false, paper.text(), Shape.Anchor.START, x, middle, width, text));
        x += width + (paper.cells() ? 4 : 16);
    }

    private void swatch(Layer layer, double left, double width, double middle) {
        Tone tone = layer.tone();
        if (layer instanceof Layer.Line line) {
            path(tone, line.dash(), left, width, middle);
        } else if (layer instanceof Layer.Rule rule) {
            path(tone, rule.dash(), left, width, middle);
        } else if (layer instanceof Layer.Points points && points.mark() != Layer.Mark.TICK) {
            boolean open = points.mark() == Layer.Mark.RING;
            shapes.add(new Shape.Spot(tone, open, left + width / 2, middle, paper.cells() ? 1 : 4));
        } else if (layer instanceof Layer.Points || layer instanceof Layer.Whiskers) {
            double half = paper.cells() ? 1.5 : 5;
            double[] at = {left + width / 2, left + width / 2};
            shapes.add(new Shape.Path(tone, 1.5, Dash.SOLID, at, new double[] {middle - half, middle + half}));
        } else {
            double half = paper.cells() ? 1.5 : 5;
            double opacity = layer instanceof Layer.Band ? ChartLayout.BAND : ChartLayout.BAR;
            shapes.add(new Shape.Box(tone, opacity, left, middle - half, width, 2 * half));
        }
    }

    private void path(Tone tone, Dash dash, double left, double width, double middle) {
        shapes.add(new Shape.Path(tone, 2, dash, new double[] {left, left + width}, new double[] {middle, middle}));
    }
}
