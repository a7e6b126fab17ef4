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
     * @throws Refusal with line and column where the text is something else
     */
    static void check(Bytes bytes, ReadOptions options) {
        try (JsonParser parser = new Parsers(options.limits(), options.policy()).open(bytes.name(), bytes.open())) {
            if (parser.nextToken() == null) {
                throw new Refusal(Refusal.Code.EMPTY, "no JSON in it")
                        .in(bytes.name())
                        .at(1, 1);
            }
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
            JsonDocument.end(parser);
        } catch (Refusal refusal) {
            throw refusal.in(bytes.name());
        } catch (IOException e) {
            throw Parsers.refusal(e).in(bytes.name());
        }
    }
}
