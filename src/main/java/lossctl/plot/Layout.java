package lossctl.plot;

import java.util.ArrayList;
import java.util.List;
import lossctl.write.SafeText;

/** Turns a figure into shapes: title, remarks, and the charts one below the other. */
final class Layout {
    private final Paper paper;
    private final List<Shape> shapes = new ArrayList<>();
    private double y;

    private Layout(Paper paper) {
        this.paper = paper;
    }

    /** The drawing of a figure. Its height follows from what it holds. */
    static Drawing of(Figure figure, Paper paper) {
        Layout layout = new Layout(paper);
        layout.y = paper.cells() ? 0 : paper.gap();
        layout.texts(figure.title(), paper.title(), true, Tone.INK);
        for (String remark : figure.remarks()) {
            layout.texts(remark, paper.text(), false, Tone.MUTED);
        }
        List<ChartLayout> charts = new ArrayList<>();
        double left = 0;
        for (Chart chart : figure.charts()) {
            ChartLayout one = new ChartLayout(chart, paper, layout.shapes);
            charts.add(one);
            // Charts of numbers that stand below each other begin at the same place.
            left = chart.y().isNamed() ? left : Math.max(left, one.left());
        }
        for (int i = 0; i < charts.size(); i++) {
            Chart chart = figure.charts().get(i);
            if (!chart.title().isEmpty()) {
                layout.y += paper.cells() ? 0 : paper.gap();
                layout.texts(chart.title(), paper.text(), true, Tone.INK);
            }
            double from = chart.y().isNamed() ? charts.get(i).left() : left;
            layout.y = charts.get(i).draw(layout.y, from);
        }
        double height = layout.y + (paper.cells() ? 0 : paper.gap());
        return new Drawing(paper.width(), height, figure.title(), figure.description(), layout.shapes);
    }

    /** A text in as many lines as it takes. */
    private void texts(String text, double size, boolean bold, Tone tone) {
        double room = paper.width() - 2 * paper.gap();
        double height = size == paper.title() && !paper.cells() ? paper.line() * 1.2 : paper.line();
        for (String line : wrapped(text, size, bold, room)) {
            double width = paper.width(line, size, bold);
            shapes.add(new Shape.Label(tone, bold, size, Shape.Anchor.START, paper.gap(), y + height / 2, width, line));
            y += height;
        }
    }

    private List<String> wrapped(String raw, double size, boolean bold, double room) {
        String text = SafeText.visible(raw);
        List<String> lines = new ArrayList<>();
        String line = "";
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf(' ', from);
            end = end < 0 ? text.length() : end;
            String word = text.substring(from, end);
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || paper.width(longer, size, bold) <= room) {
                line = longer;
            } else {
                lines.add(paper.fit(line, size, bold, room));
                line = word;
            }
            from = end + 1;
        }
        if (!line.isEmpty()) {
            lines.add(paper.fit(line, size, bold, room));
        }
        return lines;
    }
}
