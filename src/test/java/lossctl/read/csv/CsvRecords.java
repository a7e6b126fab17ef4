package lossctl.read.csv;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lossctl.data.Limits;
import lossctl.data.Policy;
import lossctl.data.Refusal;
import lossctl.read.Bytes;
import lossctl.read.Feed;
import lossctl.read.Head;
import lossctl.read.Relay;

/** The records of a text as texts, through the same pieces, relay and scanner that rows of numbers come through. */
record CsvRecords(List<List<String>> records, Refusal refusal) {
    /** The verdict of the reader: the records, or why it refused. */
    static CsvRecords of(byte[] text, int piece, int comment) {
        Dialect dialect = new Dialect((byte) ',', comment, false, Limits.DEFAULT);
        List<List<String>> all = new ArrayList<>();
        try (Head head = Head.of(new Memory(text))) {
            Header header = Header.of(head, dialect);
            Sheet sheet = new Sheet(
                    "test.csv", dialect, header.names(), null, null, null, false, Policy.STRICT, false, false, null);
            Feed feed = Feed.of(head, header.end(), piece);
            Relay relay = new Relay(header.line());
            CsvChunk chunk = CsvChunk.bare(sheet);
            while (feed.take(chunk.chunk())) {
                chunk.guess();
                relay.receive(chunk.chunk());
                chunk.settle();
                add(chunk, all);
                if (chunk.records().fault() != Fault.NONE) {
                    throw chunk.fault();
                }
                relay.pass(chunk.chunk(), chunk.records().end(), chunk.records().lineEnds());
            }
            return new CsvRecords(all, null);
        } catch (Refusal refusal) {
            return new CsvRecords(
                    refusal.code() == Refusal.Code.EMPTY ? List.of() : all,
                    refusal.code() == Refusal.Code.EMPTY ? null : refusal);
        }
    }

    private static void add(CsvChunk chunk, List<List<String>> all) {
        Records records = chunk.records();
        for (int r = 0; r < records.count(); r++) {
            List<String> fields = new ArrayList<>();
            for (int c = 0; c < records.columns(); c++) {
                fields.add(Text.of(chunk.chunk().bytes(), records.from(r, c), records.to(r, c)));
            }
            all.add(Collections.unmodifiableList(fields));
        }
    }

    /** What the verdict is, for comparison. */
    String verdict() {
        return refusal == null
                ? records.toString()
                : records + " " + refusal.code() + " " + refusal.line() + ":" + refusal.position() + ":"
                        + refusal.field() + " " + refusal.getMessage();
    }

    /** Bytes in memory. */
    record Memory(byte[] bytes) implements Bytes {
        @Override
        public String name() {
            return "test.csv";
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return -1;
        }
    }
}
