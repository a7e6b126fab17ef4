package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import lossctl.data.BlockSource;
import lossctl.data.Dataset;
import lossctl.data.Refusal;
import lossctl.read.Bytes;
import lossctl.read.Head;
import lossctl.read.ReadOptions;

/**
 * One JSON document: an object of arrays, in any order, other fields passed over; or an array of objects, one a sample,
 * streamed; or, where no truth is wanted, an array of predictions.
 */
final class JsonDocument implements Dataset {
    private final Bytes bytes;
    private final ReadOptions options;
    private final Parsers parsers;

    JsonDocument(Bytes bytes, ReadOptions options) {
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

    Head head() {
        return Head.of(bytes);
    }

    Parsers parsers() {
        return parsers;
    }

    @Override
    public BlockSource open() {
        Head head = head();
        boolean opened = false;
        try {
            BlockSource source = open(head);
            opened = true;
            return source;
        } catch (IOException e) {
            throw Parsers.refusal(e).in(name());
        } catch (Refusal refusal) {
            throw refusal.in(name());
        } finally {
            if (!opened) {
                head.close();
            }
        }
    }

    private BlockSource open(Head head) throws IOException {
        FirstRecord first = FirstRecord.ofDocument(head, parsers);
        JsonParser parser = parsers.open(name(), head.stream());
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) {
            ColumnTable table = new ColumnTable(options);
            table.readObject(parser);
            return columns(parser, table, DocumentPlaces.Form.COLUMNS);
        }
        if (token != JsonToken.START_ARRAY) {
            throw token == null
                    ? new Refusal(Refusal.Code.EMPTY, "no JSON in it").at(1, 1)
                    : Parsers.at(
                            new Refusal(Refusal.Code.SHAPE, "an object of arrays, or an array of objects, is wanted"),
                            parser.currentTokenLocation());
        }
        token = parser.nextToken();
        if (first != null) {
            return new RecordSource(
                    this, parser, new Fields(first.names(), first.widths(), options.columns()), options);
        }
        if (token == JsonToken.END_ARRAY) {
            throw Parsers.at(new Refusal(Refusal.Code.EMPTY, "no samples"), parser.currentTokenLocation());
        }
        ColumnTable table = new ColumnTable(options);
        if (!options.columns().noTruth()) {
            throw Parsers.at(
                    new Refusal(Refusal.Code.SHAPE, "an array of objects is wanted, one a sample")
                            .hint("--true-file and --pred-file take an array each"),
                    parser.currentTokenLocation());
        }
        table.readArray(parser, "array");
        return columns(parser, table, DocumentPlaces.Form.ARRAY);
    }

    private BlockSource columns(JsonParser parser, ColumnTable table, DocumentPlaces.Form form) throws IOException {
        end(parser);
        parser.close();
        return new ColumnSource(this, table, form);
    }

    /** Refuses what follows the one value of a document. */
    static void end(JsonParser parser) throws IOException {
        JsonToken next = parser.nextToken();
        if (next != null) {
            Refusal refusal = new Refusal(Refusal.Code.MALFORMED, "something follows the document");
            throw Parsers.at(
                    next == JsonToken.START_OBJECT ? refusal.hint("-i jsonl, for an object a line") : refusal,
                    parser.currentTokenLocation());
        }
    }
}
