package lossctl.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lossctl.data.Dataset;
import lossctl.read.Rejects;
import lossctl.write.AtomicFile;
import lossctl.write.Column;
import lossctl.write.OutputFormat;
import lossctl.write.Style;
import lossctl.write.Table;

/** What becomes of rows that cannot be read, as the options say. */
final class RejectOptions {
    static final Option ON_BAD_ROW = Option.value(
            "--on-bad-row", null, "fail|skip", Option.Section.FILES, "rows of CSV or JSON Lines that cannot be read");
    static final Option REJECTS = Option.value(
            "--rejects", null, "FILE", Option.Section.FILES, "write those that were skipped there, as CSV");

    /** All of them. */
    static final List<Option> ALL = List.of(ON_BAD_ROW, REJECTS);

    private RejectOptions() {}

    /** What takes rows that cannot be read; null where they are refused. */
    static Rejects of(Arguments arguments) {
        boolean skip = arguments.word(ON_BAD_ROW, "fail", "skip").equals("skip");
        if (arguments.has(REJECTS) && !skip) {
            throw new UsageError("--rejects takes the rows that --on-bad-row skip leaves out: give that too");
        }
        if (skip && arguments.has(Options.TRUE)) {
            throw new UsageError("--on-bad-row is for rows of files");
        }
        return skip ? new Rejects(arguments.has(REJECTS)) : null;
    }

    /** Writes the rows that were skipped, file by file, where that is asked for. */
    static void write(Arguments arguments, Rejects rejects, List<Dataset> datasets) {
        if (!arguments.has(REJECTS)) {
            return;
        }
        Set<String> files = new LinkedHashSet<>();
        for (Dataset data : datasets) {
            files.add(data.name());
        }
        files.addAll(rejects.files());
        AtomicFile file = AtomicFile.at(arguments.get(REJECTS));
        try {
            List<Column> columns = new ArrayList<>(List.of(
                    Column.text("file"),
                    Column.count("line"),
                    Column.count("offset"),
                    Column.text("column"),
                    Column.text("reason"),
                    Column.text("text")));
            Style style = new Style(OutputFormat.CSV, 0, false, arguments.has(Options.RAW));
            Table table = Table.to(columns, style, file.open());
            for (String name : files) {
                for (Rejects.Row row : rejects.of(name)) {
                    table.row(row.file(), row.line(), row.offset(), row.column(), row.reason(), row.text());
                }
            }
            table.finish();
            file.commit();
        } finally {
            file.discard();
        }
    }
}
