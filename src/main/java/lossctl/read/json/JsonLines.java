package lossctl.read.json;

import java.util.List;
import lossctl.data.BlockSource;
import lossctl.data.Columns;
import lossctl.data.Refusal;
import lossctl.read.Fields;
import lossctl.read.Head;
import lossctl.read.ReadOptions;
import lossctl.read.Table;

/** JSON Lines, opened as far as the fields of the first object. */
final class JsonLines implements Table {
    /** A line may be this long, in bytes. */
    static final int LONGEST = 4 << 20;

    private final Head head;
    private final ReadOptions options;
    private final Parsers parsers;
    private final FirstRecord first;

    JsonLines(Head head, ReadOptions options) {
        this.head = head;
        this.options = options;
        parsers = new Parsers(options);
        first = firstRecord();
    }

    /** The first line that is not blank. */
    private FirstRecord firstRecord() {
        int from = FirstRecord.mark(head);
        for (long line = 1; ; line++) {
            int to = from;
            boolean blank = true;
            while (!ends(to, from, line)) {
                blank &= LineReader.isBlank(head.bytes()[to++]);
            }
            if (!blank) {
                return ofLine(from, to, line);
            }
            if (to == head.length()) {
                throw new Refusal(Refusal.Code.EMPTY, "no JSON in it")
                        .in(head.name())
                        .at(1, 1);
            }
            from = to + 1;
        }
    }

    /** Whether a line that began at {@code from} ends at {@code to}; reads on where that is not known yet. */
    private boolean ends(int to, int from, long line) {
        if (from > LONGEST) {
            throw new Refusal(Refusal.Code.LIMIT, "more than 4 MiB of empty lines")
                    .in(head.name())
                    .at(1, 1);
        }
        if (to - from > LONGEST) {
            throw new Refusal(Refusal.Code.LIMIT, "a line of more than 4 MiB")
                    .in(head.name())
                    .at(line, 1);
        }
        return to == head.length() && !head.more() || head.bytes()[to] == '\n';
    }

    private FirstRecord ofLine(int from, int to, long line) {
        try {
            LineReader.checkUtf8(head.bytes(), from, to);
            boolean ends = to < head.length();
            FirstRecord flat = ends ? FirstRecord.ofFlatLine(head.bytes(), from, parsers.columns()) : null;
            return flat != null ? flat : FirstRecord.ofLine(head.bytes(), from, to, parsers);
        } catch (Refusal refusal) {
            throw LineReader.placed(refusal.in(head.name()), head.bytes(), from, line);
        }
    }

    @Override
    public List<String> names() {
        return first.names();
    }

    @Override
    public boolean isNamed() {
        return true;
    }

    @Override
    public BlockSource rows(Columns columns, boolean aligned) {
        try {
            Fields fields = new Fields(first.names(), first.widths(), columns, "field");
            return new LineSource(head, first, fields, parsers, options, aligned);
        } catch (Refusal refusal) {
            throw refusal.in(head.name());
        }
    }

    @Override
    public void close() {
        head.close();
    }
}
