package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import lossctl.data.Refusal;

/** Finds a value again, for the place in a message: walks to it from the beginning of the text. */
final class Locator {
    private final JsonParser parser;

    Locator(JsonParser parser) {
        this.parser = parser;
    }

    /** Marks the value of a row in a document that is an object of arrays. */
    void inColumn(Refusal refusal, String field, long row, int index) throws IOException {
        parser.nextToken();
        enter(field);
        mark(refusal, row, index);
    }

    /** Marks the value in a document that is one array. */
    void inArray(Refusal refusal, long row, int index) throws IOException {
        parser.nextToken();
        mark(refusal, row, index);
    }

    /** Marks the value in a document that is an array of objects. */
    void inRecord(Refusal refusal, long row, String field, int index) throws IOException {
        parser.nextToken();
        parser.nextToken();
        for (long i = 0; i < row; i++) {
            parser.skipChildren();
            parser.nextToken();
        }
        enter(field);
        value(refusal, index);
    }

    /** Marks the value in a line that is one object. */
    void inLine(Refusal refusal, String field, int index) throws IOException {
        parser.nextToken();
        enter(field);
        value(refusal, index);
    }

    private void enter(String field) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME
                && !parser.currentName().equals(field)) {
            parser.nextToken();
            parser.skipChildren();
        }
        parser.nextToken();
    }

    private void mark(Refusal refusal, long row, int index) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            parser.nextToken();
            for (long i = 0; i < row; i++) {
                parser.skipChildren();
                parser.nextToken();
            }
        }
        value(refusal, index);
    }

    private void value(Refusal refusal, int index) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; i <= index; i++) {
                parser.nextToken();
            }
        }
        if (parser.currentToken() != null && parser.currentToken().isScalarValue()) {
            refusal.value(parser.getText());
        }
        Parsers.at(refusal, parser.currentTokenLocation());
    }
}
