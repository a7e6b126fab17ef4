package lossctl.write;

import java.util.List;

/** A table in HTML; whatever its texts hold, they are texts. */
final class HtmlTable implements Table {
    private final List<Column> columns;
    private final Style style;
    private final CheckedOut out;

    HtmlTable(List<Column> columns, Style style, CheckedOut out) {
        this.columns = columns;
        this.style = style;
        this.out = out;
        out.line("<div class=\"wide\"><table>");
        out.text("<thead><tr>");
        for (Column column : columns) {
            out.text(column.isText() ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">");
            out.text(Html.escaped(column.name()));
            out.text("</th>");
        }
        out.line("</tr></thead>");
        out.line("<tbody>");
    }

    @Override
    public void row(Object... cells) {
        out.text("<tr>");
        for (int i = 0; i < cells.length; i++) {
            Column column = columns.get(i);
            out.text(column.isText() ? "<td>" : "<td class=\"n\">");
            out.text(Html.escaped(column.cell(cells[i], style)));
            out.text("</td>");
        }
        out.line("</tr>");
    }

    @Override
    public void finish() {
        out.line("</tbody></table></div>");
    }
}
