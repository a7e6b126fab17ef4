package lossctl.derive.formula;

import java.util.ArrayList;
import java.util.List;

/** The words, numbers and signs of a part of a formula, read from left to right. */
final class Tokens {
    private final List<String> tokens = new ArrayList<>();
    private int at;

    Tokens(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            if (Character.isDigit(c)) {
                while (end < text.length() && (Character.isDigit(text.charAt(end)) || isPoint(text, end))) {
                    end++;
                }
            } else if (Character.isLetter(c)) {
                while (end < text.length()
                        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                    end++;
                }
            } else if ((c == '<' || c == '>') && end < text.length() && text.charAt(end) == '=') {
                end++;
            }
            if (c != ' ') {
                tokens.add(text.substring(i, end));
            }
            i = end;
        }
    }

    private static boolean isPoint(String text, int i) {
        return text.charAt(i) == '.' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
    }

    /** The next token; empty at the end. */
    String peek() {
        return peek(0);
    }

    String peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
    }

    String next() {
        String token = peek();
        at++;
        return token;
    }

    /** Passes over a token where it is the next one. */
    boolean take(String token) {
        boolean is = peek().equals(token);
        at += is ? 1 : 0;
        return is;
    }

    void expect(String token) {
        if (!take(token)) {
            throw new Unreadable("'" + token + "' is wanted, not '" + peek() + "'");
        }
    }

    boolean isAtEnd() {
        return at >= tokens.size();
    }

    boolean isName() {
        return !isAtEnd() && Character.isLetter(peek().charAt(0));
    }

    /** Whether a definition begins here: a name and {@code =}. */
    boolean isDefinition() {
        return isName() && peek(1).equals("=");
    }
}
