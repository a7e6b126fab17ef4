package lossctl.write;

import java.util.List;

/**
 * Rows of typed cells on their way out, in any format. All but {@link OutputFormat#TABLE} are streamed row by row; that
 * one holds rows back until their widths are known, up to a bound.
 */
public interface Table {

    /** Adds a row: a cell a column, as the columns' kinds want them. */
    void row(Object... cells);

    /** Writes what was held back and what ends the table; the output is left open. */
    void finish();

    /** A table with these columns; the heading is written at once where the format has one. */
    static Table to(List<Column> columns, Style style, CheckedOut out) {
        return switch (style.format()) {
            case VALUE -> new ValueTable(columns, style, out);
            case TABLE -> new PlainTable(columns, style, out);
            case MD -> new MarkdownTable(columns, style, out);
            case HTML -> new HtmlTable(columns, style, out);
            case CSV, TSV -> new DelimitedTable(columns, style, out);
            case JSON, JSONL -> new JsonTable(columns, style, out);
        };
    }
}
