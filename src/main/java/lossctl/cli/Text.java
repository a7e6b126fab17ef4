package lossctl.cli;

import lossctl.write.CheckedOut;

/** Text in columns. */
final class Text {
    private static final int WIDTH = 100;

    private Text() {}

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
