package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import lossctl.data.Refusal;
import lossctl.read.Bytes;
import lossctl.read.ReadOptions;

/** Whether a text is one JSON value, as the readers of this package see it: a seam for the conformance suite. */
final class JsonCheck {
    private JsonCheck() {}

    /**
     * Reads one value of any kind and nothing more.
     *
     * @throws Refusal with line and character where the text is something else
     */
    static void check(Bytes bytes, ReadOptions options) {
        JsonParser parser = new Parsers(options).open(bytes.open());
        try (parser) {
            if (parser.nextToken() == null) {
                throw new Refusal(Refusal.Code.EMPTY, "no JSON in it").at(1, 1);
            }
            read(parser);
            JsonDocument.end(parser);
        } catch (IOException e) {
            throw Parsers.refusal(e, parser).in(bytes.name());
        } catch (Refusal refusal) {
            throw refusal.in(bytes.name());
        }
    }

    private static void read(JsonParser parser) throws IOException {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isScalarValue()) {
                parser.getText();
            }
            if (depth > 0 && parser.nextToken() == null) {
                throw new IllegalStateException("Jackson ended inside a value");
            }
        } while (depth > 0);
    }
}
