package lossctl.write;

/**
 * JSON texts on a checked output, a line each. Numbers in the style's precision; those that are not finite are strings.
 * Escaped in strings is what JSON asks for, and what a terminal would obey. That the calls make up a JSON text is the
 * caller's concern.
 *
 * <p>Written here, not by Jackson, whose generator costs 30 ms at its first use and a String for each number.
 */
public final class JsonOut {
    private final Style style;
    private final CheckedOut out;
    private boolean comma;

    /** JSON on an output. */
    public JsonOut(Style style, CheckedOut out) {
        this.style = style;
        this.out = out;
    }

    /** Starts an object. */
    public JsonOut object() {
        return open('{');
    }

    /** Ends an object. */
    public JsonOut endObject() {
        return close('}');
    }

    /** Starts an array. */
    public JsonOut array() {
        return open('[');
    }

    /** Ends an array. */
    public JsonOut endArray() {
        return close(']');
    }

    /** Starts a member of an object: its value comes next. */
    public JsonOut name(String name) {
        separate();
        quoted(name);
        out.ascii(':');
        comma = false;
        return this;
    }

    /** A string, or null. */
    public JsonOut text(String text) {
        separate();
        if (text == null) {
            out.text("null");
        } else {
            quoted(text);
        }
        return this;
    }

    /** A JSON text as it is, but for characters in its strings that a terminal would obey. */
    public JsonOut json(String text) {
        separate();
        int done = 0;
        for (int i = 0, next; i < text.length(); i = next) {
            int c = text.codePointAt(i);
            next = i + Character.charCount(c);
            if (c > ' ' && SafeText.isUnsafe(c)) {
                out.text(text, done, i);
                for (int k = i; k < next; k++) {
                    escape(text.charAt(k));
                }
                done = next;
            }
        }
        out.text(text, done, text.length());
        return this;
    }

    /** A whole number. */
    public JsonOut count(long count) {
        separate();
        out.text(Long.toString(count));
        return this;
    }

    /** A number, or one of the strings {@code Infinity}, {@code -Infinity} and {@code NaN}. */
    public JsonOut number(double x) {
        separate();
        if (!(Math.abs(x) <= Double.MAX_VALUE)) {
            quoted(style.number(x));
        } else if (style.isShortestDouble()) {
            out.number(x);
        } else {
            out.text(style.number(x));
        }
        return this;
    }

    /** Ends the line, and with it the JSON text. */
    public void endLine() {
        out.ascii('\n');
        comma = false;
    }

    private JsonOut open(char bracket) {
        separate();
        out.ascii(bracket);
        comma = false;
        return this;
    }

    private JsonOut close(char bracket) {
        out.ascii(bracket);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            out.ascii(',');
        }
        comma = true;
    }

    private void quoted(String text) {
        out.ascii('"');
        int done = 0;
        for (int i = 0, next; i < text.length(); i = next) {
            int c = text.codePointAt(i);
            next = i + Character.charCount(c);
            if (c == '"' || c == '\\' || SafeText.isUnsafe(c)) {
                out.text(text, done, i);
                for (int k = i; k < next; k++) {
                    escape(text.charAt(k));
                }
                done = next;
            }
        }
        out.text(text, done, text.length());
        out.ascii('"');
    }

    private void escape(char c) {
        out.ascii('\\');
        switch (c) {
            case '"', '\\' -> out.ascii(c);
            case '\n' -> out.ascii('n');
            case '\r' -> out.ascii('r');
            case '\t' -> out.ascii('t');
            default -> {
                out.ascii('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.ascii(Character.forDigit(c >> shift & 0xF, 16));
                }
            }
        }
    }
}
