package lossctl.read.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.data.Refusal;
import lossctl.read.Head;

/**
 * The fields of the first record and how many values each has, looked up ahead of the reading proper: they say what all
 * rows hold.
 */
final class FirstRecord {
    private static final int LONGEST = 4 << 20;

    private final Map<String, Integer> widths = new LinkedHashMap<>();

    private FirstRecord() {}

    /** Of a document that is an array of objects; null for any other. */
    static FirstRecord ofDocument(Head head, Parsers parsers) {
        while (true) {
            JsonParser parser = parsers.open(head.bytes(), mark(head), head.length());
            try (parser) {
                JsonToken first = parser.nextToken();
                if (first != null) {
                    return first == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.START_OBJECT
                            ? read(parser, parsers)
                            : null;
                }
            } catch (IOException e) {
                if (!isAtEnd(e)) {
                    throw Parsers.refusal(e, parser);
                }
                // The record goes on behind the bytes that are there so far.
            }
            if (head.length() > LONGEST) {
                throw new Refusal(Refusal.Code.LIMIT, "a record of more than 4 MiB").at(1, 1);
            }
            if (!head.more()) {
                return null;
            }
        }
    }

    /** Between a name and its value Jackson has no exception of its own for the end. */
    private static boolean isAtEnd(IOException e) {
        return e instanceof JsonEOFException
                || e instanceof JsonParseException problem
                        && problem.getOriginalMessage().startsWith("Unexpected end-of-input");
    }

    /** Of a line that is an object. */
    static FirstRecord ofLine(byte[] bytes, int from, int to, Parsers parsers) {
        JsonParser parser = parsers.open(bytes, from, to);
        try (parser) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Parsers.at(
                        new Refusal(Refusal.Code.SHAPE, "an object is wanted, one a line"),
                        parser.currentTokenLocation());
            }
            return read(parser, parsers);
        } catch (IOException e) {
            throw Parsers.refusal(e, parser);
        }
    }

    /**
     * Of a line that {@link FlatLine} may read, found without a parser; null where it is any other. A line end stands at
     * {@code to}, and seven more bytes behind it.
     */
    static FirstRecord ofFlatLine(byte[] bytes, int from, int columns) {
        FirstRecord record = new FirstRecord();
        int at = FlatTokens.blanks(bytes, from);
        if (bytes[at] != '{') {
            return null;
        }
        do {
            int start = FlatTokens.blanks(bytes, at + 1);
            int end = bytes[start] == '"' ? FlatTokens.skip(bytes, start) : FlatLine.OTHER;
            if (end < 0) {
                return null;
            }
            at = FlatTokens.blanks(bytes, end);
            if (bytes[at] != ':') {
                return null;
            }
            String name = new String(bytes, start + 1, end - start - 2, StandardCharsets.ISO_8859_1);
            int value = FlatTokens.blanks(bytes, at + 1);
            int behind = FlatLine.isPlain(name) ? FlatTokens.skip(bytes, value) : FlatLine.OTHER;
            if (behind < 0) {
                return null;
            }
            record.widths.putIfAbsent(name, bytes[value] == '[' ? numbers(bytes, value, behind) : 1);
            at = FlatTokens.blanks(bytes, behind);
        } while (bytes[at] == ',');
        boolean whole = bytes[at] == '}' && bytes[FlatTokens.blanks(bytes, at + 1)] == '\n';
        return whole && record.isNarrow(columns) ? record : null;
    }

    /** How many numbers there are in an array of numbers. */
    private static int numbers(byte[] bytes, int from, int to) {
        int count = 1;
        for (int i = from; i < to; i++) {
            count += bytes[i] == ',' ? 1 : 0;
        }
        return count;
    }

    private boolean isNarrow(int columns) {
        boolean narrow = widths.size() <= columns;
        for (int width : widths.values()) {
            narrow &= width <= columns;
        }
        return narrow;
    }

    /** How many bytes a byte order mark takes. */
    static int mark(Head head) {
        return head.startsWith(0xef, 0xbb, 0xbf) ? 3 : 0;
    }

    private static FirstRecord read(JsonParser parser, Parsers parsers) throws IOException {
        FirstRecord record = new FirstRecord();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            int width = 1;
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                width = 0;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    parser.skipChildren();
                    parsers.checkColumns(++width, parser);
                }
            } else {
                parser.skipChildren();
            }
            record.widths.putIfAbsent(name, width);
            parsers.checkColumns(record.widths.size(), parser);
        }
        return record;
    }

    List<String> names() {
        return new ArrayList<>(widths.keySet());
    }

    int[] widths() {
        int[] array = new int[widths.size()];
        int i = 0;
        for (int width : widths.values()) {
            array[i++] = width;
        }
        return array;
    }
}
