package lossctl.read.inline;

import lossctl.data.Refusal;

/** The text of an option, read from left to right. */
final class InlineText {
    private final String option;
    private final String text;
    private int at;

    InlineText(String option, String text) {
        this.option = option;
        this.text = text;
    }

    boolean contains(char c) {
        return text.indexOf(c) >= 0;
    }

    /** Whether nothing but blanks is left. */
    boolean isAtEnd() {
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    /** Whether the next character, blanks aside, is this one. */
    boolean isAt(char c) {
        return !isAtEnd() && text.charAt(at) == c;
    }

    /** Passes over the next character if it is this one. */
    boolean taken(char c) {
        boolean found = isAt(c);
        at += found ? 1 : 0;
        return found;
    }

    void expect(char c) {
        if (!taken(c)) {
            throw malformed("'" + c + "' is wanted");
        }
    }

    /** Whether a list begins here. */
    boolean opens() {
        return isAt('[') || isAt('(');
    }

    /** Enters the list that begins here; the character that ends it. */
    char open() {
        return text.charAt(at++) == '[' ? ']' : ')';
    }

    /** The text up to the next separator; quotes around it hold separators together and fall away. */
    String word(boolean bracketed) {
        if (isAt('"') || isAt('\'')) {
            return quoted();
        }
        int start = at;
        while (at < text.length() && !separates(text.charAt(at), bracketed)) {
            at++;
        }
        int end = at;
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private String quoted() {
        int end = text.indexOf(text.charAt(at), at + 1);
        if (end < 0) {
            throw malformed("a quote is not closed");
        }
        String word = text.substring(at + 1, end);
        at = end + 1;
        return word;
    }

    private static boolean separates(char c, boolean bracketed) {
        return c == ',' || (bracketed ? c == ']' || c == ')' : c == ';');
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    Refusal malformed(String message) {
        isAtEnd();
        return new Refusal(Refusal.Code.MALFORMED, option + ": character " + (at + 1) + ": " + message);
    }
}
