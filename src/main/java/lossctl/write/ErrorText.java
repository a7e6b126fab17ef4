package lossctl.write;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import lossctl.data.Refusal;

/** A refusal as the user sees it. */
public final class ErrorText {
    private static final String BEFORE_HINT = "        hint: ";
    private static final int LONGEST = 1000;

    private ErrorText() {}

    /**
     * One line without its end: {@code bad.csv:3:3: column 'y_pred': not a number: 'foo'        hint: ...}.
     *
     * @param command the command that was refused, for what has no file; null or empty where there is none
     */
    public static String text(Refusal refusal, String command) {
        String line = place(refusal, command) + sentence(refusal);
        return SafeText.visible(refusal.hint() == null ? line : line + BEFORE_HINT + refusal.hint());
    }

    /** One line of JSON without its end: {@code {"error":{"code":...}}}; what is not known is left out. */
    public static String json(Refusal refusal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckedOut out = CheckedOut.to(bytes, "<memory>");
        JsonOut json = new JsonOut(Style.of(OutputFormat.JSON), out);
        json.object().name("error").object();
        json.name("code").text(refusal.code().name());
        json.name("exit").count(refusal.code().exit());
        member(json, "file", refusal.file());
        member(json, "line", refusal.line());
        member(json, "field", refusal.field());
        if (refusal.field() == 0) {
            member(json, "position", refusal.position());
        }
        member(json, "column", shortened(refusal.column()));
        member(json, "value", shortened(refusal.value()));
        member(json, "message", sentence(refusal));
        member(json, "hint", refusal.hint());
        json.endObject().endObject();
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What was wrong and where, without what to do: {@code bad.csv:3:3: column 'y_pred': not a number: 'foo'}. */
    public static String placed(Refusal refusal) {
        return place(refusal, null) + sentence(refusal);
    }

    private static String place(Refusal refusal, String command) {
        if (refusal.file() == null) {
            return command == null || command.isEmpty() ? "lossctl: " : "lossctl " + command + ": ";
        }
        String place = refusal.file();
        if (refusal.line() > 0) {
            place += ":" + refusal.line() + (refusal.position() > 0 ? ":" + refusal.position() : "");
        }
        return place + ": ";
    }

    /** What was wrong, with column and text where the message does not name them itself. */
    private static String sentence(Refusal refusal) {
        String column = refusal.column();
        String value = refusal.value();
        String message = refusal.getMessage();
        boolean namesColumn = column == null || message.contains("'" + column + "'");
        boolean namesValue = value == null || message.contains("'" + value + "'") || message.contains(" is " + value);
        if (value != null && value.length() > SafeText.LONGEST) {
            String beginning = shortened(value);
            namesValue |= message.contains("'" + beginning.substring(0, beginning.length() - 1));
        }
        if (value != null && value.length() > SafeText.LONGEST) {
            message = message.replace(value, shortened(value));
        }
        if (column != null && column.length() > SafeText.LONGEST) {
            message = message.replace(column, shortened(column));
        }
        message = SafeText.shortened(message, LONGEST);
        return (namesColumn ? "" : "column '" + shortened(column) + "': ")
                + message
                + (namesValue ? "" : ": '" + shortened(value) + "'");
    }

    private static String shortened(String text) {
        return text == null ? null : SafeText.shortened(text, SafeText.LONGEST);
    }

    private static void member(JsonOut json, String name, String value) {
        if (value != null) {
            json.name(name).text(value);
        }
    }

    private static void member(JsonOut json, String name, long value) {
        if (value > 0) {
            json.name(name).count(value);
        }
    }
}
