package lossctl.plot;

import java.util.List;
import lossctl.write.SafeText;

/** Turns the layers of a chart into shapes within its frame. */
final class LayerLayout {
    private final Paper paper;
    private final Frame frame;
    private final Scale across;
    private final Scale up;
    private final List<Shape> shapes;

    LayerLayout(Paper paper, Frame frame, Scale across, Scale up, List<Shape> shapes) {
        this.paper = paper;
        this.frame = frame;
        this.across = across;
        this.up = up;
        this.shapes = shapes;
    }

    void draw(Layer layer) {
        if (layer instanceof Layer.Line line) {
            path(line.tone(), line.dash(), places(across, line.x()), places(up, line.y()));
        } else if (layer instanceof Layer.Band band) {
            area(band);
        } else if (layer instanceof Layer.Bars bars) {
            for (int i = 0; i < bars.left().length; i++) {
                box(bars.tone(), BAR, bars.left()[i], bars.right()[i], bars.bottom()[i], bars.top()[i]);
            }
        } else if (layer instanceof Layer.Points points) {
            draw(points);
        } else if (layer instanceof Layer.Whiskers whiskers) {
            draw(whiskers);
        } else if (layer instanceof Layer.Rule rule) {
            double[] low = {frame.left(), frame.right()};
            double[] high = {frame.top(), frame.bottom()};
            double at = rule.upright() ? across.at(rule.at()) : up.at(rule.at());
            double[] place = {at, at};
            path(rule.tone(), rule.dash(), rule.upright() ? place : low, rule.upright() ? high : place);
        } else if (layer instanceof Layer.Cells cells) {
            draw(cells);
        } else if (layer instanceof Layer.Raster raster) {
            draw(raster);
        } else if (layer instanceof Layer.Note note) {
            draw(note);
        }
    }

    private static final double BAR = ChartLayout.BAR;

    private static double[] places(Scale scale, double[] values) {
        double[] places = new double[values.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = Double.isInfinite(values[i]) ? Double.NaN : scale.at(values[i]);
        }
        return places;
    }

    private void path(Tone tone, Dash dash, double[] x, double[] y) {
        for (double[][] piece : Clip.line(x, y, frame)) {
            shapes.add(new Shape.Path(tone, 2, dash, piece[0], piece[1]));
        }
    }

    /** The band piece by piece: it is broken where its ends are not numbers, and cut at the frame. */
    private void area(Layer.Band band) {
        int from = 0;
        for (int i = 0; i <= band.x().length; i++) {
            boolean end = i == band.x().length
                    || !across.contains(band.x()[i])
                    || Double.isNaN(band.low()[i])
                    || Double.isNaN(band.high()[i]);
            if (end) {
                piece(band, from, i);
                from = i + 1;
            }
        }
    }

    private void piece(Layer.Band band, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int n = to - from;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = across.at(band.x()[from + i]);
            y[i] = up.within(band.high()[from + i]);
            x[2 * n - 1 - i] = x[i];
            y[2 * n - 1 - i] = up.within(band.low()[from + i]);
        }
        shapes.add(new Shape.Area(band.tone(), ChartLayout.BAND, x, y));
    }

    private void box(Tone tone, double opacity, double left, double right, double bottom, double top) {
        if (Double.isNaN(bottom) || Double.isNaN(top)) {
            return;
        }
        double x0 = across.within(left);
        double x1 = across.within(right);
        double y0 = Math.min(up.within(bottom), up.within(top));
        double y1 = Math.max(up.within(bottom), up.within(top));
        // A hair of paper between neighbours, as long as something is left of them.
        double hair = !paper.cells() && x1 - x0 > 4 ? 0.5 : 0;
        if (x1 > x0 && y1 > y0) {
            shapes.add(new Shape.Box(tone, opacity, x0 + hair, y0, x1 - x0 - 2 * hair, y1 - y0));
        }
    }

    private void draw(Layer.Points points) {
        double small = paper.cells() ? 1 : points.x().length > 200 ? 2 : 3;
        for (int i = 0; i < points.x().length; i++) {
            double x = across.at(points.x()[i]);
            if (points.mark() == Layer.Mark.TICK) {
                if (across.contains(points.x()[i])) {
                    double[] y = {frame.bottom() - (paper.cells() ? 3 : 9), frame.bottom() - (paper.cells() ? 0.5 : 0)};
                    shapes.add(new Shape.Path(points.tone(), 1.2, Dash.SOLID, new double[] {x, x}, y));
                }
                continue;
            }
            double y = up.at(points.y()[i]);
            if (frame.contains(x, y)) {
                boolean open = points.mark() == Layer.Mark.RING;
                shapes.add(new Shape.Spot(points.tone(), open, x, y, open && !paper.cells() ? 4.5 : small));
            }
        }
    }

    private void draw(Layer.Whiskers whiskers) {
        double cap = paper.cells() ? 0 : 4;
        for (int i = 0; i < whiskers.at().length; i++) {
            Scale along = whiskers.upright() ? up : across;
            Scale beside = whiskers.upright() ? across : up;
            if (!beside.contains(whiskers.at()[i]) || Double.isNaN(whiskers.low()[i] + whiskers.high()[i])) {
                continue;
            }
            double at = beside.at(whiskers.at()[i]);
            double low = along.within(whiskers.low()[i]);
            double high = along.within(whiskers.high()[i]);
            double[] bar = {low, high};
            double[] still = {at, at};
            stroke(whiskers, still, bar);
            if (cap > 0) {
                double[] wide = {at - cap, at + cap};
                stroke(whiskers, wide, new double[] {low, low});
                stroke(whiskers, wide, new double[] {high, high});
            }
        }
    }

    private void stroke(Layer.Whiskers whiskers, double[] beside, double[] along) {
        boolean upright = whiskers.upright();
        double[] x = upright ? beside : along;
        double[] y = upright ? along : beside;
        shapes.add(new Shape.Path(whiskers.tone(), 1.5, Dash.SOLID, x, y));
    }

    private void draw(Layer.Cells cells) {
        for (int i = 0; i < cells.shares().length; i++) {
            for (int j = 0; j < cells.shares()[i].length; j++) {
                double share = Math.max(0, Math.min(1, cells.shares()[i][j]));
                box(cells.tone(), 0.04 + 0.58 * share, j - 0.5, j + 0.5, i - 0.5, i + 0.5);
                String text = SafeText.visible(cells.texts()[i][j]);
                double width = paper.width(text, paper.text(), false);
                boolean fits = width + 2 <= Math.abs(across.at(1) - across.at(0))
                        && paper.line() <= Math.abs(up.at(1) - up.at(0)) + 1e-9;
                if (fits && !text.isEmpty()) {
                    shapes.add(new Shape.Label(
                            Tone.INK,
                            false,
                            paper.text(),
                            Shape.Anchor.MIDDLE,
                            across.at(j),
                            paper.inRow(up.at(i)),
                            width,
                            text));
                }
            }
        }
    }

    /** Without a hair of paper between neighbours: they are one surface. */
    private void draw(Layer.Raster raster) {
        for (int i = 0; i < raster.shares().length; i++) {
            for (int j = 0; j < raster.shares()[i].length; j++) {
                double share = Math.max(0, Math.min(1, raster.shares()[i][j]));
                double left = across.within(raster.across()[j]);
                double right = across.within(raster.across()[j + 1]);
                double top = up.within(raster.up()[i + 1]);
                double bottom = up.within(raster.up()[i]);
                if (share > 0 && right > left && bottom > top) {
                    shapes.add(new Shape.Box(raster.tone(), 0.1 + 0.9 * share, left, top, right - left, bottom - top));
                }
            }
        }
    }

    /** Tries the four corners around the point. */
    private void draw(Layer.Note note) {
        double x = across.at(note.x());
        double y = up.at(note.y());
        String text = SafeText.visible(note.text());
        double width = paper.width(text, paper.text(), false);
        double far = paper.cells() ? 2 : 8;
        for (int corner = 0; corner < 4; corner++) {
            boolean right = corner % 2 == 0;
            double middle = corner < 2 ? y - paper.line() * 0.7 : y + paper.line() * 0.7;
            Shape.Label label = new Shape.Label(
                    note.tone(),
                    false,
                    paper.text(),
                    right ? Shape.Anchor.START : Shape.Anchor.END,
                    right ? x + far : x - far,
                    paper.inRow(middle),
                    width,
                    text);
            boolean inside = frame.contains(label.left(), middle - paper.line() / 2)
                    && frame.contains(label.left() + width, middle + paper.line() / 2);
            if (inside && isFree(label)) {
                shapes.add(label);
                return;
            }
        }
    }

    private boolean isFree(Shape.Label label) {
        for (Shape shape : shapes) {
            if (shape instanceof Shape.Label other && other.meets(label)) {
                return false;
            }
        }
        return true;
    }
}
