package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import lossctl.data.BlockSource;
import lossctl.data.Columns;
import lossctl.data.Refusal;
import lossctl.read.Bytes;
import lossctl.read.Fields;
import lossctl.read.Head;
import lossctl.read.ReadOptions;
import lossctl.read.Table;

/** One JSON document, opened as far as its columns: an object of arrays, an array of objects, or an array. */
final class JsonDocument implements Table {
    private final Bytes bytes;
    private final Head head;
    private final ReadOptions options;
    private final Parsers parsers;
    private final JsonParser parser;
    private FirstRecord first;
    private ColumnTable table;
    private DocumentPlaces.Form form; // null for an array of nothing

    JsonDocument(Bytes bytes, Head head, ReadOptions options) {
        this.bytes = bytes;
        this.head = head;
        this.options = options;
        parsers = new Parsers(options);
        try {
            first = FirstRecord.ofDocument(head, parsers);
            parser = parsers.open(head.stream());
            begin();
        } catch (Refusal refusal) {
            throw placed(refusal);
        }
    }

    private void begin() {
        try {
            findForm();
        } catch (IOException e) {
            throw Parsers.refusal(e, parser);
        }
    }

    private void findForm() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new Refusal(Refusal.Code.EMPTY, "no JSON in it").at(1, 1);
        }
        if (token == JsonToken.START_OBJECT) {
            form = DocumentPlaces.Form.COLUMNS;
            table = new ColumnTable(parsers, options);
            table.readObject(parser);
            end(parser);
        } else if (token != JsonToken.START_ARRAY) {
            throw Parsers.at(
                    new Refusal(Refusal.Code.SHAPE, "an object of arrays, or an array of objects, is wanted"),
                    parser.currentTokenLocation());
        } else if (parser.nextToken() == JsonToken.END_ARRAY) {
            end(parser);
        } else if (first != null) {
            form = DocumentPlaces.Form.RECORDS;
        } else {
            form = DocumentPlaces.Form.ARRAY;
            table = new ColumnTable(parsers, options);
            table.readArray(parser, "array");
            end(parser);
        }
    }

    String name() {
        return bytes.name();
    }

    /** A second parser at the beginning of the document; null where it can be read once only. */
    JsonParser again() throws IOException {
        return bytes.isRepeatable() ? parsers.open(Head.of(bytes).stream()) : null;
    }

    /** The refusal with the name of the file, and its place in characters; one that has a name has both. */
    Refusal placed(Refusal refusal) {
        if (refusal.file() == null) {
            countCharacters(refusal);
        }
        return refusal.in(name());
    }

    /** Counts characters where the parser counted bytes. Of a pipe, it can within the bytes that were looked at first. */
    void countCharacters(Refusal refusal) {
        if (refusal.position() < 2) {
            return;
        }
        try (InputStream text = bytes.isRepeatable()
                ? Head.of(bytes).stream()
                : new ByteArrayInputStream(head.bytes(), 0, head.length())) {
            Characters.place(refusal, text);
        } catch (IOException e) {
            // The file changed meanwhile; what was refused stays refused.
        }
    }

    @Override
    public List<String> names() {
        if (form == null) {
            return List.of();
        }
        return table == null ? first.names() : table.names();
    }

    @Override
    public boolean isNamed() {
        return true;
    }

    @Override
    public BlockSource rows(Columns columns, boolean aligned) {
        try {
            if (form == null) {
                return NoRows.of(columns);
            }
            if (table == null) {
                Fields fields = new Fields(first.names(), first.widths(), columns, "field");
                return new RecordSource(this, parser, fields, options, aligned);
            }
            if (form == DocumentPlaces.Form.ARRAY && !columns.noTruth() && !columns.noPrediction()) {
                throw new Refusal(Refusal.Code.SHAPE, "an array of objects is wanted, one a sample")
                        .at(1, 1)
                        .hint("--true-file and --pred-file take an array each");
            }
            table.choose(columns, aligned);
            return new ColumnSource(this, table, form);
        } catch (Refusal refusal) {
            throw placed(refusal);
        }
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
        parser.close();
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            // Nothing was written, so nothing is lost.
        }
    }
}
