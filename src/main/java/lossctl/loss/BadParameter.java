package lossctl.loss;

import java.util.Arrays;

/** A parameter that a loss does not have, or a value that it cannot take. */
public final class BadParameter extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** A value out of type or range. */
    public BadParameter(Param param, Object value, String reason) {
        super(param.option() + " " + text(value) + ": " + reason);
    }

    /** A whole message in one line. */
    public BadParameter(String message) {
        super(message);
    }

    private static String text(Object value) {
        return value instanceof double[] list ? Arrays.toString(list) : String.valueOf(value);
    }
}
