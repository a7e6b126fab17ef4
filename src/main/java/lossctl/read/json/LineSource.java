package lossctl.read.json;

import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Layout;
import lossctl.data.Refusal;
import lossctl.read.Chunk;
import lossctl.read.Feed;
import lossctl.read.Fields;
import lossctl.read.Head;
import lossctl.read.ReadOptions;
import lossctl.read.Rejects;
import lossctl.read.Relay;

/** The rows of JSON Lines: each thread cuts and reads a piece of its own. */
final class LineSource implements BlockSource {
    private final String name;
    private final FirstRecord first;
    private final Fields fields;
    private final Parsers parsers;
    private final ReadOptions options;
    private final boolean aligned;
    private final Feed feed;
    private final Relay relay;
    private final LineNumbers lines = new LineNumbers();

    LineSource(Head head, FirstRecord first, Fields fields, Parsers parsers, ReadOptions options, boolean aligned) {
        name = head.name();
        this.first = first;
        this.fields = fields;
        this.parsers = parsers;
        this.options = options;
        this.aligned = aligned;
        relay = new Relay(1, FirstRecord.mark(head));
        feed = Feed.of(head, FirstRecord.mark(head), options.chunk());
    }

    @Override
    public Layout layout() {
        return fields.layout();
    }

    @Override
    public boolean next(Block block) {
        LineBuffer buffer = block.places() instanceof LineBuffer own && own.isOf(this) ? own : buffer();
        block.clear(0);
        boolean taken = true;
        boolean whole = false;
        Chunk chunk = buffer.chunk();
        try {
            taken = !relay.isFailed() && feed.take(chunk);
            if (!taken) {
                return false;
            }
            int cut = buffer.cut();
            if (!relay.receive(chunk)) {
                return false;
            }
            int end = cut < 0 ? chunk.from() : chunk.piece() + cut;
            if (chunk.to() - end > JsonLines.LONGEST) {
                throw new Refusal(Refusal.Code.LIMIT, "a line of more than 4 MiB")
                        .at(firstLine(chunk.ordinal()) + buffer.lines(end), 1);
            }
            relay.pass(chunk, end, 0);
            lines.count(chunk.ordinal(), buffer.read(block, end));
            whole = true;
            return true;
        } catch (Refusal refusal) {
            throw refusal.in(name);
        } finally {
            block.ordinal(chunk.ordinal());
            if (taken && !whole) {
                relay.fail(chunk);
                lines.fail(chunk.ordinal());
            }
        }
    }

    /** What takes lines that cannot be read; null where they are refused. */
    Rejects rejects() {
        return options.rejects();
    }

    /** The number of the first line of a piece. */
    long firstLine(long piece) {
        return lines.first(piece);
    }

    /** Whether rows that are left out keep their places. */
    boolean isAligned() {
        return aligned;
    }

    private LineBuffer buffer() {
        FlatLine flat = FlatLine.of(first, fields, options.policy());
        return new LineBuffer(this, name, fields, parsers, flat, new LineReader(fields, parsers, options));
    }

    @Override
    public void close() {
        feed.close();
    }
}
