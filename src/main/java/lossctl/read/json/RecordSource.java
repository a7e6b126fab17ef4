package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import lossctl.data.Block;
import lossctl.data.BlockSource;
import lossctl.data.Layout;
import lossctl.data.Refusal;
import lossctl.read.Fields;
import lossctl.read.ReadOptions;

/** The rows of a document that is an array of objects, read one after the other by whichever thread comes. */
final class RecordSource implements BlockSource {
    private static final int ROWS = 1024;

    private final JsonDocument document;
    private final JsonParser parser;
    private final Fields fields;
    private final RecordReader reader;
    private final boolean aligned;
    private long taken;
    private long blocks;
    private boolean done;

    /** Records of a parser that stands at the beginning of the first. */
    RecordSource(JsonDocument document, JsonParser parser, Fields fields, ReadOptions options, boolean aligned) {
        this.document = document;
        this.parser = parser;
        this.fields = fields;
        reader = new RecordReader(fields, options);
        this.aligned = aligned;
    }

    @Override
    public Layout layout() {
        return fields.layout();
    }

    @Override
    public synchronized boolean next(Block block) {
        block.clear(done ? 0 : ROWS);
        if (done) {
            return false;
        }
        block.ordinal(blocks++);
        try {
            fill(block);
            return true;
        } catch (IOException e) {
            done = true;
            throw document.placed(Parsers.refusal(e, parser));
        } catch (Refusal refusal) {
            done = true;
            throw document.placed(refusal);
        }
    }

    private void fill(Block block) throws IOException {
        int[] origin = new int[ROWS];
        int kept = 0;
        int read = 0;
        while (read < ROWS && parser.currentToken() != JsonToken.END_ARRAY) {
            boolean whole = reader.read(parser, block, kept);
            if (whole || aligned) {
                if (!whole) {
                    fields.leaveGap(block, kept);
                }
                origin[kept++] = read;
            } else {
                block.skip(1);
            }
            read++;
            parser.nextToken();
        }
        block.rows(kept);
        block.places(new DocumentPlaces(document, DocumentPlaces.Form.RECORDS, fields, origin, taken));
        taken += read;
        if (parser.currentToken() == JsonToken.END_ARRAY) {
            done = true;
            JsonDocument.end(parser);
        }
    }

    @Override
    public synchronized void close() {
        done = true;
        document.close();
    }
}
