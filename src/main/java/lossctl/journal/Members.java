package lossctl.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of a sealed line: texts, whole numbers, lists of texts, and objects of texts. */
final class Members {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Map<String, Object> members;

    private Members(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException where it is none of ours
     */
    static Members of(byte[] bytes, int from, int to) {
        try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw broken();
            }
            Map<String, Object> members = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                members.put(name, value(parser));
            }
            return new Members(members);
        } catch (IOException e) {
            throw broken();
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        switch (parser.nextToken()) {
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NUMBER_INT:
                return parser.getLongValue();
            case START_ARRAY:
                List<String> list = new ArrayList<>();
                while (parser.nextToken() == JsonToken.VALUE_STRING) {
                    list.add(parser.getText());
                }
                return list;
            case START_OBJECT:
                Map<String, String> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, parser.getText());
                }
                return map;
            default:
                return null;
        }
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("a line that lossctl has not written");
    }

    /** A text; null where there is none. */
    String text(String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    /** A whole number; -1 where there is none. */
    long count(String name) {
        return members.get(name) instanceof Long number ? number : -1;
    }

    /** A list of texts; empty where there is none. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (members.get(name) instanceof List<?> list) {
            for (Object text : list) {
                texts.add((String) text);
            }
        }
        return texts;
    }

    /** An object of texts; empty where there is none. */
    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        if (members.get(name) instanceof Map<?, ?> all) {
            for (Map.Entry<?, ?> each : all.entrySet()) {
                map.put((String) each.getKey(), (String) each.getValue());
            }
        }
        return map;
    }

    /** The bytes of a state. */
    byte[] state() {
        String text = text("state");
        if (text == null) {
            throw broken();
        }
        return Base64.getDecoder().decode(text);
    }
}
