package lossctl.read.json;

/** Why a text is not JSON, in words for those who wrote it. */
public final class JsonReason {
    private static final String[] FOR_PROGRAMMERS = {
        " (start marker", ": maybe a", ": was expecting (JSON", ": enable `", " (for ", ", from `", "\n"
    };

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

    /** Which of the bounds on depth and length a text does not keep to. */
    public static String limit(String message) {
        return message.contains("depth") || message.contains("nesting")
                ? "nested too deep"
                : message.contains("Number") ? "a number too long" : "a text too long";
    }
}
