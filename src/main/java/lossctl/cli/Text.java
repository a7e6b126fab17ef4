package lossctl.cli;

import lossctl.num.DecimalReader;
import lossctl.write.CheckedOut;

/** Text in columns. */
final class Text {
    private static final int USUAL = 100;
    private static final int NARROW = 40;
    private static final int WIDE = 200;
    static final int WIDTH = width(System.getenv("COLUMNS"));

    private Text() {}

    /** The width of lines that a terminal's number of columns asks for; null for none. */
    static int width(String columns) {
        double number = columns == null ? USUAL : DecimalReader.read(columns);
        return number >= NARROW && number <= WIDE ? (int) number : USUAL;
    }

    /** The text with blanks behind it, up to a width. */
    static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /** Writes a text behind a head, broken between words; further lines are indented. */
    static void wrap(CheckedOut out, String head, String text, int indent) {
        StringBuilder line = new StringBuilder(head);
        boolean empty = true;
        for (String word : Arguments.split(text, ' ')) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.line(line.toString());
                line.setLength(0);
                line.append(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.line(line.toString());
    }
}
