package lossctl.write;

import java.util.List;

/** A table in GitHub's Markdown, not padded. */
final class MarkdownTable implements Table {
    /** What would start markup, or end the cell. */
    private static final String MARKUP = "\\|`*<>[]&";

    private final List<Column> columns;
    private final Style style;
    private final CheckedOut out;

    MarkdownTable(List<Column> columns, Style style, CheckedOut out) {
        this.columns = columns;
        this.style = style;
        this.out = out;
        for (Column column : columns) {
            cell(escaped(column.name()));
        }
        out.line("|");
        for (Column column : columns) {
            cell(column.isText() ? "---" : "---:");
        }
        out.line("|");
    }

    @Override
    public void row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            Column column = columns.get(i);
            String text = column.cell(cells[i], style);
            cell(column.isText() ? escaped(text) : text);
        }
        out.line("|");
    }

    private void cell(String text) {
        out.text("| ");
        out.text(text);
        out.ascii(' ');
    }

    /** A text that shows as it is: markup behind backslashes, controls as escapes. */
    private static String escaped(String text) {
        String visible = SafeText.visible(text);
        StringBuilder escaped = new StringBuilder(visible.length() + 8);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            if (MARKUP.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    @Override
    public void finish() {}
}
