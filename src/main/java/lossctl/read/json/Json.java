package lossctl.read.json;

import lossctl.read.Bytes;
import lossctl.read.Head;
import lossctl.read.ReadOptions;
import lossctl.read.Table;

/** JSON as tables. Loads Jackson, so it is called only where there is JSON. */
public final class Json {
    private Json() {}

    /**
     * One document: {@code {"y_true": [...], "y_pred": [[...]]}}, its arrays in any order; or an array of objects, one a
     * sample, streamed; or, where truth or prediction come from elsewhere, one array of the other.
     *
     * @param bytes the bytes that the head is of; where they can be read again, messages find places in them
     * @throws lossctl.data.Refusal with line and column, where it is something else
     */
    public static Table document(Bytes bytes, Head head, ReadOptions options) {
        return new JsonDocument(bytes, head, options);
    }

    /** JSON Lines: an object a line, one a sample; blank lines are passed over. */
    public static Table lines(Head head, ReadOptions options) {
        return new JsonLines(head, options);
    }

    /**
     * Whether a text that begins with an object is JSON Lines rather than one document: its first line is a whole
     * object and another follows. Where that is not told yet, it is read on, as far as a line may be long.
     */
    public static boolean isLines(Head head) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; has(head, i); i++) {
            byte b = head.bytes()[i];
            if (quoted) {
                i += b == '\\' ? 1 : 0;
                quoted = b != '"';
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{' || b == '[') {
                if (depth == 0 && i > 0 && closed(head.bytes(), i)) {
                    return b == '{';
                }
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
            }
        }
        return false;
    }

    private static boolean has(Head head, int at) {
        while (at >= head.length()) {
            if (at > JsonLines.LONGEST || !head.more()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the last byte before {@code at} that is not blank closes an object. */
    private static boolean closed(byte[] head, int at) {
        int before = at - 1;
        while (before >= 0 && head[before] <= ' ' && head[before] >= 0) {
            before--;
        }
        return before >= 0 && head[before] == '}';
    }
}
