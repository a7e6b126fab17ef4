package lossctl.read.npy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.data.Refusal;

/**
 * The Python literals that NumPy writes into a header: a dictionary of strings, booleans and tuples of whole numbers.
 * Nothing is evaluated, nothing nests, nothing else is read.
 */
final class Literal {
    private final String text;
    private int at;

    private Literal(String text) {
        this.text = text;
    }

    /** The dictionary that the text is: values are {@link String}, {@link Boolean} or a list of {@link Long}. */
    static Map<String, Object> dictionary(String text) {
        return new Literal(text).dictionary();
    }

    private Map<String, Object> dictionary() {
        Map<String, Object> entries = new LinkedHashMap<>();
        expect('{');
        while (!taken('}')) {
            String key = string();
            expect(':');
            if (entries.put(key, value()) != null) {
                throw malformed("'" + key + "' occurs twice");
            }
            if (!taken(',')) {
                expect('}');
                break;
            }
        }
        skipBlanks();
        if (at < text.length()) {
            throw malformed("nothing may follow the dictionary");
        }
        return entries;
    }

    private Object value() {
        skipBlanks();
        char c = at < text.length() ? text.charAt(at) : 0;
        switch (c) {
            case '\'':
            case '"':
                return string();
            case '(':
                return tuple();
            case '[':
                throw new Refusal(Refusal.Code.MALFORMED, "the array has fields; plain numbers are read");
            default:
                if (taken("True")) {
                    return Boolean.TRUE;
                }
                if (taken("False")) {
                    return Boolean.FALSE;
                }
                throw malformed("a string, True, False or a tuple is wanted");
        }
    }

    private String string() {
        skipBlanks();
        char quote = at < text.length() ? text.charAt(at) : 0;
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw malformed("a string is wanted");
        }
        String string = text.substring(at + 1, end);
        for (int i = 0; i < string.length(); i++) {
            if (string.charAt(i) < ' ' || string.charAt(i) > '~' || string.charAt(i) == '\\') {
                throw malformed("a plain string is wanted");
            }
        }
        at = end + 1;
        return string;
    }

    private List<Long> tuple() {
        List<Long> numbers = new ArrayList<>();
        at++;
        boolean comma = true;
        while (!taken(')')) {
            if (!comma) {
                throw malformed("',' or ')' is wanted");
            }
            numbers.add(number());
            comma = taken(',');
        }
        if (numbers.size() == 1 && !comma) {
            throw malformed("a tuple of one number ends with a comma");
        }
        return numbers;
    }

    private long number() {
        skipBlanks();
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed("a number that is not negative is wanted");
        }
        if (text.charAt(start) == '0' && at - start > 1) {
            at = start;
            throw malformed("a number begins with 0");
        }
        BigInteger number = new BigInteger(text.substring(start, at));
        // Python 2 marked its long numbers.
        if (at < text.length() && text.charAt(at) == 'L') {
            at++;
        }
        if (number.bitLength() > 62) {
            throw new Refusal(Refusal.Code.LIMIT, "the shape is too large");
        }
        return number.longValue();
    }

    private boolean taken(char c) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean taken(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!taken(c)) {
            throw malformed("'" + c + "' is wanted");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
            at++;
        }
    }

    private Refusal malformed(String message) {
        return new Refusal(Refusal.Code.MALFORMED, "the header is wrong at character " + (at + 1) + ": " + message);
    }
}
