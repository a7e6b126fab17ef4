package lossctl.read.csv;

import java.util.List;
import lossctl.data.BlockSource;
import lossctl.data.Columns;
import lossctl.data.Refusal;
import lossctl.read.Feed;
import lossctl.read.FirstLine;
import lossctl.read.Format;
import lossctl.read.Head;
import lossctl.read.Labels;
import lossctl.read.ReadOptions;
import lossctl.read.Relay;
import lossctl.read.Roles;
import lossctl.read.Table;

/** A CSV or TSV text whose header has been read. */
public final class CsvTable implements Table {
    private final Head head;
    private final ReadOptions options;
    private final Dialect dialect;
    private final Header header;

    private CsvTable(Head head, ReadOptions options, Dialect dialect, Header header) {
        this.head = head;
        this.options = options;
        this.dialect = dialect;
        this.header = header;
    }

    /**
     * Reads the header. The head belongs to the table from now on, and is closed with it.
     *
     * @param format {@link Format#TSV}, or anything else for commas
     * @throws Refusal where the header cannot be read, or the delimiter cannot be one
     */
    public static CsvTable open(Head head, Format format, ReadOptions options) {
        Dialect dialect = Dialect.of(options, format);
        return new CsvTable(head, options, dialect, Header.of(head, dialect));
    }

    @Override
    public List<String> names() {
        return header.names();
    }

    @Override
    public boolean isNamed() {
        return dialect.header();
    }

    @Override
    public BlockSource rows(Columns columns, boolean aligned) {
        Roles roles = roles(columns);
        Sheet sheet = new Sheet(
                head.name(),
                dialect,
                header.names(),
                roles,
                roles.layout(header.names(), columns),
                columns.classTruth() ? Labels.of(roles.labels()) : null,
                columns.mayName(),
                options.policy(),
                options.unchecked() && columns.classTruth(),
                aligned,
                options.rejects());
        return new CsvSource(
                sheet, Feed.of(head, header.end(), options.chunk()), new Relay(header.line(), header.end()));
    }

    private Roles roles(Columns columns) {
        try {
            return dialect.header()
                    ? new FirstLine(header.names(), columns, options.policy(), Math.max(1, header.line() - 1))
                            .header(Roles.of(header.names(), columns, "column"))
                    : Roles.numbered(header.names(), columns);
        } catch (Refusal refusal) {
            refusal.in(head.name());
            boolean helps = refusal.code() == Refusal.Code.NO_COLUMN && header.hint() != null;
            throw helps ? refusal.hint(header.hint()) : refusal;
        }
    }

    @Override
    public void close() {
        head.close();
    }
}
