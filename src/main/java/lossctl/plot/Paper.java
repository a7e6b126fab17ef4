package lossctl.plot;

import lossctl.write.SafeText;
import lossctl.write.TextWidth;

/**
 * What a figure is laid out on: its size, and the sizes of what stands on it.
 *
 * @param width of the whole
 * @param plot height of the area between a chart's axes
 * @param text font size
 * @param title font size of the title
 * @param line height of a line of text
 * @param gap between things that belong together
 * @param cells whether it is made of character cells, each 2 units wide and 4 high
 */
record Paper(double width, double plot, double text, double title, double line, double gap, boolean cells) {
    /** The width that pictures are made for: at 400 pixels their text is still 11 high. */
    static final int USUAL_WIDTH = 520;

    private static final int CELL_WIDTH = 2;
    private static final int CELL_HEIGHT = 4;

    /** For a picture of so many pixels. */
    static Paper picture(double width, double plot) {
        return new Paper(width, plot, 14, 17, 20, 6, false);
    }

    /** For a terminal of so many columns, with charts of so many rows. */
    static Paper terminal(int columns, int rows) {
        return new Paper(columns * CELL_WIDTH, rows * CELL_HEIGHT, CELL_HEIGHT, CELL_HEIGHT, CELL_HEIGHT, 2, true);
    }

    /** The middle of a line of text at a height: where there are cells, it has to be one of their rows. */
    double inRow(double y) {
        return cells ? Math.floor(y / CELL_HEIGHT) * CELL_HEIGHT + CELL_HEIGHT / 2.0 : y;
    }

    double width(String text, double size, boolean bold) {
        return cells ? CELL_WIDTH * TextWidth.of(text) : Glyphs.width(text, size, bold);
    }

    /** The text, or as much of it as fits into a width, with an ellipsis; what would hide or turn text is escaped. */
    String fit(String raw, double size, boolean bold, double room) {
        String text = SafeText.visible(raw);
        if (width(text, size, bold) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0) {
            end = text.offsetByCodePoints(end, -1);
            String shorter = text.substring(0, end).stripTrailing() + "\u2026";
            if (width(shorter, size, bold) <= room) {
                return shorter;
            }
        }
        return "";
    }
}
