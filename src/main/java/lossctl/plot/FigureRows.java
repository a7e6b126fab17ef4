package lossctl.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.write.CheckedOut;
import lossctl.write.Column;
import lossctl.write.JsonTree;
import lossctl.write.Style;
import lossctl.write.Table;

/** The numbers behind a figure: as JSON, or a row a point. */
public final class FigureRows {
    private static final String[] CORNERS = {"x", "y", "x2", "y2"};

    private FigureRows() {}

    /** {@code {"title":..., "charts":[{"x":..., "y":..., "layers":[{"name":..., "kind":..., "x":[...], ...}]}]}}. */
    public static String json(Figure figure) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("title", figure.title());
        tree.put("description", figure.description());
        tree.put("remarks", figure.remarks());
        List<Object> charts = new ArrayList<>();
        for (Chart chart : figure.charts()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("title", chart.title());
            one.put("x", axis(chart.x()));
            one.put("y", axis(chart.y()));
            List<Object> layers = new ArrayList<>();
            for (Layer layer : chart.layers()) {
                layers.add(layer(layer));
            }
            one.put("layers", layers);
            charts.add(one);
        }
        tree.put("charts", charts);
        return JsonTree.text(tree);
    }

    private static Map<String, Object> axis(Axis axis) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("label", axis.label());
        if (axis.isNamed()) {
            tree.put("names", axis.names());
        }
        return tree;
    }

    private static Map<String, Object> layer(Layer layer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", layer.name());
        tree.put("kind", layer.kind());
        if (layer instanceof Layer.Cells cells) {
            List<Object> rows = new ArrayList<>();
            List<Object> texts = new ArrayList<>();
            for (int i = 0; i < cells.shares().length; i++) {
                rows.add(list(cells.shares()[i]));
                texts.add(List.of(cells.texts()[i]));
            }
            tree.put("shares", rows);
            tree.put("texts", texts);
            return tree;
        }
        if (layer instanceof Layer.Note note) {
            tree.put("text", note.text());
        }
        double[][] columns = columns(layer);
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != null) {
                tree.put(CORNERS[i], list(columns[i]));
            }
        }
        return tree;
    }

    private static List<Object> list(double[] values) {
        List<Object> list = new ArrayList<>();
        for (double value : values) {
            list.add(Double.isNaN(value) ? null : (Object) value);
        }
        return list;
    }

    /**
     * x and y of points; of bars, bands and intervals also the other end, x2 and y2; null where there is no such number.
     */
    private static double[][] columns(Layer layer) {
        if (layer instanceof Layer.Line line) {
            return new double[][] {line.x(), line.y(), null, null};
        }
        if (layer instanceof Layer.Band band) {
            return new double[][] {band.x(), band.low(), null, band.high()};
        }
        if (layer instanceof Layer.Bars bars) {
            return new double[][] {bars.left(), bars.bottom(), bars.right(), bars.top()};
        }
        if (layer instanceof Layer.Points points) {
            boolean tick = points.mark() == Layer.Mark.TICK;
            return new double[][] {points.x(), tick ? null : points.y(), null, null};
        }
        if (layer instanceof Layer.Whiskers whiskers) {
            return whiskers.upright()
                    ? new double[][] {whiskers.at(), whiskers.low(), null, whiskers.high()}
                    : new double[][] {whiskers.low(), whiskers.at(), whiskers.high(), null};
        }
        if (layer instanceof Layer.Rule rule) {
            double[] at = {rule.at()};
            return rule.upright() ? new double[][] {at, null, null, null} : new double[][] {null, at, null, null};
        }
        if (layer instanceof Layer.Note note) {
            return new double[][] {{note.x()}, {note.y()}, null, null};
        }
        return new double[4][];
    }

    /**
     * A row a point: chart (from 1), layer, kind, x, y, x2, y2; cells have column and row as x and y, and their text
     * under {@code text}. The sides of a jump have no row between them.
     */
    public static void write(Figure figure, Style style, CheckedOut out) {
        List<Column> header = new ArrayList<>();
        header.add(Column.count("chart"));
        header.add(Column.text("layer"));
        header.add(Column.text("kind"));
        for (String corner : CORNERS) {
            header.add(Column.number(corner));
        }
        header.add(Column.text("text"));
        Table table = Table.to(header, style, out);
        for (int i = 0; i < figure.charts().size(); i++) {
            for (Layer layer : figure.charts().get(i).layers()) {
                write(i + 1L, layer, table);
            }
        }
        table.finish();
    }

    private static void write(long chart, Layer layer, Table table) {
        if (layer instanceof Layer.Cells cells) {
            for (int i = 0; i < cells.shares().length; i++) {
                for (int j = 0; j < cells.shares()[i].length; j++) {
                    table.row(
                            chart, layer.name(), layer.kind(), (double) j, (double) i, null, null, cells.texts()[i][j]);
                }
            }
            return;
        }
        double[][] columns = columns(layer);
        int n = columns[0] == null ? columns[1].length : columns[0].length;
        String text = layer instanceof Layer.Note note ? note.text() : "";
        for (int i = 0; i < n; i++) {
            Object[] cells = {chart, layer.name(), layer.kind(), null, null, null, null, text};
            boolean gap = false;
            for (int j = 0; j < columns.length; j++) {
                if (columns[j] != null) {
                    cells[3 + j] = columns[j][i];
                    gap |= Double.isNaN(columns[j][i]);
                }
            }
            if (!gap) {
                table.row(cells);
            }
        }
    }
}
