package lossctl.read.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Why a text is not JSON, in words for those who wrote it. */
public final class JsonReason {
    private static final String[] FOR_PROGRAMMERS = {
        " (start marker", ": maybe a", ": was expecting (JSON", ": enable `", " (for ", ", from `", "\n"
    };

    /** How the message about a word such as NaN begins, the word and a quote behind it. */
    private static final String NO_NUMBER = "Non-standard token '";

    private JsonReason() {}

    /** Jackson's reason without the parts that speak to programmers. */
    public static String of(String message) {
        int end = message.length();
        for (String tail : FOR_PROGRAMMERS) {
            int at = message.indexOf(tail);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return Character.toLowerCase(message.charAt(0)) + message.substring(1, end);
    }

    /** Where a text is not JSON; a word such as NaN at its beginning, though the parser has passed it. */
    public static JsonLocation place(JsonProcessingException problem, JsonParser parser) {
        JsonLocation place = problem.getLocation() == null ? parser.currentLocation() : problem.getLocation();
        String message = problem.getOriginalMessage();
        if (!message.startsWith(NO_NUMBER)) {
            return place;
        }
        int length = message.indexOf('\'', NO_NUMBER.length()) - NO_NUMBER.length();
        return new JsonLocation(
                place.contentReference(),
                place.getByteOffset() - length,
                place.getCharOffset(),
                place.getLineNr(),
                place.getColumnNr() - length);
    }

    /** Which of the bounds on depth and length a text does not keep to. */
    public static String limit(String message) {
        return message.contains("depth") || message.contains("nesting")
                ? "nested too deep"
                : message.contains("Number") ? "a number too long" : "a text too long";
    }
}
