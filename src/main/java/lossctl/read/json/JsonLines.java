package lossctl.read.json;

import java.io.IOException;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.read.Bytes;
import lossctl.read.Head;
import lossctl.read.ReadOptions;

/** JSON Lines: an object a line. */
final class JsonLines implements Dataset {
    /** A line may be this long, in bytes. */
    static final int LONGEST = 16 << 20;

    private final Bytes bytes;
    private final ReadOptions options;
    private final Parsers parsers;

    JsonLines(Bytes bytes, ReadOptions options) {
        this.bytes = bytes;
        this.options = options;
        parsers = new Parsers(options.limits(), options.policy());
    }

    @Override
    public String name() {
        return bytes.name();
    }

    @Override
    public boolean isRepeatable() {
        return bytes.isRepeatable();
    }

    @Override
    public BlockSource open() {
        Head head = Head.of(bytes);
        boolean opened = false;
        long[] line = {1};
        try {
            BlockSource source = new LineSource(head, fields(head, line), parsers, options);
            opened = true;
            return source;
        } catch (IOException e) {
            Refusal refusal = Parsers.refusal(e);
            throw refusal.at(line[0], refusal.field()).in(name());
        } catch (Refusal refusal) {
            throw (refusal.line() > 0 ? refusal.at(line[0], refusal.field()) : refusal).in(name());
        } finally {
            if (!opened) {
                head.close();
            }
        }
    }

    /** The fields of the first line that is not blank; {@code line} gets its number. */
    private Fields fields(Head head, long[] line) throws IOException {
        int from = FirstRecord.mark(head);
        while (true) {
            int to = from;
            boolean blank = true;
            while (to < head.length() && head.bytes()[to] != '\n') {
                blank &= LineReader.isBlank(head.bytes()[to++]);
            }
            if (to == head.length() && !head.isWhole()) {
                if (to - from > LONGEST) {
                    throw new Refusal(Refusal.Code.LIMIT, "a line of more than 16 MiB").at(line[0], 1);
                }
                head.more();
            } else if (!blank) {
                LineReader.checkUtf8(head.bytes(), from, to);
                FirstRecord first = FirstRecord.ofLine(head.bytes(), from, to, parsers);
                return new Fields(first.names(), first.widths(), options.columns());
            } else if (to == head.length()) {
                line[0] = 1;
                throw new Refusal(Refusal.Code.EMPTY, "no JSON in it").at(1, 1);
            } else {
                from = to + 1;
                line[0]++;
            }
        }
    }
}
