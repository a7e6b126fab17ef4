package lossctl.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Maps, lists, texts, numbers and truth values as JSON. */
public final class JsonTree {
    private JsonTree() {}

    /**
     * The JSON text of a value, in one line: a Map with texts as keys, a List, a String, a Double, an Integer or Long, a
     * Boolean, or null. Numbers that are not finite become the texts {@code Infinity}, {@code -Infinity}, {@code NaN};
     * others are the shortest that read back the same.
     */
    public static String text(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object each : list) {
                write(each, json);
            }
            json.writeEndArray();
        } else if (value instanceof Double number) {
            String digits = Style.of(OutputFormat.JSON).number(number);
            if (Double.isFinite(number)) {
                json.writeNumber(digits);
            } else {
                json.writeString(digits);
            }
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString((String) value);
        }
    }
}
