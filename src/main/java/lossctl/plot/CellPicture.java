package lossctl.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lossctl.write.TextWidth;

/** A figure in the cells of a terminal: lines of Braille dots, or of plain marks where there is nothing but ASCII. */
public final class CellPicture {
    private static final int BRAILLE = 0x2800;
    /** The bit of a dot by its row and column in the cell (Unicode 1.1, Braille Patterns). */
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private static final String MARKS = "*o+x#%@&";
    private static final String SHADES = " \u2591\u2592\u2593\u2588";
    private static final String PLAIN_SHADES = " .:+#";
    private static final int ELLIPSIS = 0x2026;
    /** Stands where the letter before takes two columns. */
    private static final int COVERED = -1;

    private final int columns;
    private final int rows;
    private final int[][] dots;
    private final int[][] text;
    /** What goes onto the letter of a cell, by its row and column. */
    private final Map<List<Integer>, String> accents = new HashMap<>();

    private final Tone[][] tones;
    private final boolean ascii;
    private final boolean coloured;

    private CellPicture(Drawing drawing, boolean ascii, boolean coloured) {
        columns = (int) Math.ceil(drawing.width() / 2);
        rows = (int) Math.ceil(drawing.height() / 4);
        dots = new int[rows][columns];
        text = new int[rows][columns];
        tones = new Tone[rows][columns];
        this.ascii = ascii;
        this.coloured = coloured;
    }

    /**
     * The lines of the picture, without their ends.
     *
     * @param columns how wide it may be
     * @param height rows between a chart's axes
     * @param ascii whether to do without characters beyond ASCII
     * @param coloured whether to use the terminal's colours
     */
    public static List<String> of(Figure figure, int columns, int height, boolean ascii, boolean coloured) {
        Drawing drawing = Layout.of(figure, Paper.terminal(columns, height));
        CellPicture picture = new CellPicture(drawing, ascii, coloured);
        for (Shape shape : drawing.shapes()) {
            picture.draw(shape);
        }
        return picture.lines();
    }

    private void draw(Shape shape) {
        if (shape instanceof Shape.Path path && path.tone() != Tone.FAINT) {
            draw(path);
        } else if (shape instanceof Shape.Area area) {
            fill(area);
        } else if (shape instanceof Shape.Box box) {
            fill(box);
        } else if (shape instanceof Shape.Spot spot) {
            int mark = ascii ? (spot.open() ? 'o' : '@') : spot.open() ? '\u25CB' : '\u25CF';
            put((int) (spot.y() / 4), (int) (spot.x() / 2), mark, spot.tone());
        } else if (shape instanceof Shape.Label label) {
            draw(label);
        }
    }

    private void draw(Shape.Path path) {
        int step = 0;
        for (int i = 0; i < path.x().length; i++) {
            int from = Math.max(0, i - 1);
            double dx = path.x()[i] - path.x()[from];
            double dy = path.y()[i] - path.y()[from];
            int steps = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) * 2);
            for (int j = 0; j <= steps; j++) {
                double share = steps == 0 ? 0 : (double) j / steps;
                double x = path.x()[from] + share * dx;
                double y = path.y()[from] + share * dy;
                if (isDrawn(path, step++)) {
                    dot(x, y, path);
                }
            }
        }
    }

    /** Without colours a broken line tells a series from others; steps are half a dot long. */
    private boolean isDrawn(Shape.Path path, int step) {
        if (coloured || ascii || path.tone().order() < 0) {
            return true;
        }
        return switch (path.dash()) {
            case SOLID -> true;
            case DASHED -> step % 12 < 7;
            case DOTTED -> step % 6 < 2;
            case MIXED -> step % 16 < 8 || step % 16 == 12;
        };
    }

    private void dot(double x, double y, Shape.Path path) {
        int row = (int) Math.floor(y / 4);
        int column = (int) Math.floor(x / 2);
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            return;
        }
        boolean series = path.tone().order() >= 0;
        if (ascii && series) {
            put(row, column, MARKS.charAt(path.tone().order()), path.tone());
        } else if (ascii && text[row][column] == 0) {
            boolean upright = path.x()[0] == path.x()[path.x().length - 1];
            put(row, column, upright ? '|' : '-', path.tone());
        } else if (text[row][column] == 0) {
            dots[row][column] |= DOTS[(int) Math.floor(y) & 3][(int) Math.floor(x) & 1];
            tones[row][column] = path.tone();
        }
    }

    /** The dots of every second column between the upper and the lower line, whatever runs along them. */
    private void fill(Shape.Area area) {
        double[] x = area.x();
        double[] y = area.y();
        int half = x.length / 2;
        for (int i = 1; i < half; i++) {
            for (int at = (int) Math.ceil(x[i - 1]); at <= x[i] && x[i] > x[i - 1]; at++) {
                double share = (at - x[i - 1]) / (x[i] - x[i - 1]);
                double up = y[i - 1] + share * (y[i] - y[i - 1]);
                int other = x.length - 1 - i;
                double down = y[other + 1] + share * (y[other] - y[other + 1]);
                for (int d = (int) Math.ceil(up); d <= down; d++) {
                    if ((at + d) % 2 == 0 && !ascii) {
                        dot(at, d, new Shape.Path(area.tone(), 1, Dash.SOLID, x, y));
                    }
                }
            }
        }
    }

    private void fill(Shape.Box box) {
        int[] down = cells(box.y(), box.height(), 4);
        int[] along = cells(box.x(), box.width(), 2);
        String shades = ascii ? PLAIN_SHADES : SHADES;
        int mark = shades.charAt((int) Math.min(shades.length() - 1, box.opacity() * shades.length()));
        for (int row = down[0]; row < down[1]; row++) {
            for (int column = along[0]; column < along[1]; column++) {
                put(row, column, mark, box.tone());
            }
        }
    }

    /** The cells from one to before another that a length fills; the one that it lies in where it fills none. */
    private static int[] cells(double from, double length, int size) {
        int first = (int) Math.rint(from / size);
        int end = (int) Math.rint((from + length) / size);
        int within = (int) ((from + length / 2) / size);
        return first < end ? new int[] {first, end} : new int[] {within, within + 1};
    }

    private void draw(Shape.Label label) {
        int row = (int) (label.y() / 4);
        int column = (int) Math.max(0, Math.rint(label.left() / 2));
        for (int i = 0, c; i < label.text().length(); i += Character.charCount(c)) {
            c = label.text().codePointAt(i);
            int width = ascii ? 1 : TextWidth.of(c);
            if (width == 0) {
                accents.merge(List.of(row, column - 1), Character.toString(c), String::concat);
                continue;
            }
            put(row, column++, ascii && c >= 0x7F ? (c == ELLIPSIS ? '~' : '?') : c, label.tone());
            if (width == 2) {
                put(row, column++, COVERED, label.tone());
            }
        }
    }

    private void put(int row, int column, int mark, Tone tone) {
        if (row >= 0 && row < rows && column >= 0 && column < columns) {
            text[row][column] = mark;
            tones[row][column] = tone;
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            int colour = 0;
            for (int column = 0; column < end(row); column++) {
                if (text[row][column] == COVERED) {
                    continue;
                }
                int mark = text[row][column] != 0
                        ? text[row][column]
                        : dots[row][column] != 0 ? BRAILLE + dots[row][column] : ' ';
                Tone tone = tones[row][column];
                int wanted = coloured && tone != null && mark != ' ' ? tone.terminal() : colour;
                if (wanted != colour) {
                    line.append("\u001b[").append(wanted).append('m');
                    colour = wanted;
                }
                line.appendCodePoint(mark).append(accents.getOrDefault(List.of(row, column), ""));
            }
            lines.add(colour == 0 ? line.toString() : line.append("\u001b[0m").toString());
        }
        return lines;
    }

    /** Where blanks begin that need not be written. */
    private int end(int row) {
        int end = columns;
        while (end > 0 && dots[row][end - 1] == 0 && (text[row][end - 1] == 0 || text[row][end - 1] == ' ')) {
            end--;
        }
        return end;
    }
}
