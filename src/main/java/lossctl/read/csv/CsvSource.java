package lossctl.read.csv;

import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Layout;
import lossctl.read.Feed;
import lossctl.read.Relay;

/**
 * The rows of a CSV or TSV text, a block a piece of the text.
 *
 * <p>A thread takes a piece, finds its records as if one began behind the first line end, waits until it is known what
 * the piece before leaves over (which it is as soon as that one's records are found), looks whether it was right, passes
 * on what it leaves over itself, and converts. So all but a few instructions a piece run in parallel, and the outcome
 * does not depend on where pieces are cut, nor on the number of threads.
 */
final class CsvSource implements BlockSource {
    private final Sheet sheet;
    private final Feed feed;
    private final Relay relay;

    CsvSource(Sheet sheet, Feed feed, Relay relay) {
        this.sheet = sheet;
        this.feed = feed;
        this.relay = relay;
    }

    @Override
    public Layout layout() {
        return sheet.layout();
    }

    @Override
    public boolean next(Block block) {
        CsvChunk chunk = CsvChunk.of(sheet, block.places());
        block.clear(0);
        block.places(chunk);
        if (relay.isFailed() || !find(chunk, block)) {
            return false;
        }
        chunk.fill(block);
        if (chunk.records().fault() != Fault.NONE) {
            throw chunk.fault();
        }
        return true;
    }

    /** Takes a piece and finds its records; false where there is none, or one before it failed. */
    private boolean find(CsvChunk chunk, Block block) {
        boolean passed = false;
        boolean taken = true;
        try {
            taken = feed.take(chunk.chunk());
            if (!taken) {
                return false;
            }
            chunk.guess();
            if (!relay.receive(chunk.chunk())) {
                return false;
            }
            chunk.settle();
            if (chunk.records().fault() == Fault.NONE) {
                relay.pass(chunk.chunk(), chunk.records().end(), chunk.records().lineEnds());
                passed = true;
            }
            return true;
        } finally {
            block.ordinal(chunk.chunk().ordinal());
            if (taken && !passed) {
                relay.fail(chunk.chunk());
            }
        }
    }

    @Override
    public void close() {
        feed.close();
    }
}
