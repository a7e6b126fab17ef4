package lossctl.read.json;

import java.util.Arrays;
import lossctl.num.DecimalReader;
import lossctl.num.OpenDecimal;
import lossctl.num.Practice;

/** Finds where the tokens of usual JSON end; a line end must stand somewhere behind, and seven more bytes. */
final class FlatTokens {
    private static final int OTHER = FlatLine.OTHER;
    private static final int LONGEST = DecimalReader.LONGEST;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private FlatTokens() {}

    /** Meets numbers of every shape, for the reason that {@link Practice} has. */
    static void practise() {
        Practice.read();
        double[] sink = new double[1];
        for (int start : Practice.starts()) {
            OpenDecimal.read(Practice.text(), start, sink, 0);
            number(Practice.text(), start);
        }
    }

    /** Reads a number of any shape; where it ends, or {@link FlatLine#OTHER}. */
    static int number(byte[] bytes, int from, double[] target, int to) {
        int end = number(bytes, from);
        if (end < 0) {
            return OTHER;
        }
        double value = DecimalReader.read(bytes, from, end);
        target[to] = value;
        return value == value ? end : OTHER;
    }

    /**
     * Where the number at {@code from} ends that is one of RFC 8259 if {@link DecimalReader} takes it, or {@link FlatLine#OTHER}.
     * That reader takes more: a plus sign, zeros in front, a point without digits on both sides.
     */
    static int number(byte[] bytes, int from) {
        int at = from;
        long stops = Eight.notInNumber(Eight.load(bytes, at));
        while (stops == 0) {
            at += Long.BYTES;
            stops = Eight.notInNumber(Eight.load(bytes, at));
        }
        at += Long.numberOfTrailingZeros(stops) >>> 3;
        int first = bytes[from] == '-' ? from + 1 : from;
        if ((bytes[at] | 0x20) == 'e') {
            return strict(bytes, from);
        }
        boolean zero = bytes[first] == '0' && bytes[first + 1] != '.' && at > first + 1;
        return at > first && bytes[first] >= '0' && bytes[at - 1] >= '0' && !zero && at - from <= LONGEST ? at : OTHER;
    }

    /** Where the number of RFC 8259 that begins at {@code from} ends, or {@link FlatLine#OTHER}. */
    private static int strict(byte[] bytes, int from) {
        int at = bytes[from] == '-' ? from + 1 : from;
        int first = bytes[at] - '0';
        if (first < 0 || first > 9) {
            return OTHER;
        }
        at = first == 0 ? at + 1 : digits(bytes, at);
        if (bytes[at] == '.') {
            int point = at + 1;
            at = digits(bytes, point);
            if (at == point) {
                return OTHER;
            }
        }
        if ((bytes[at] | 0x20) == 'e') {
            int sign = bytes[at + 1];
            int power = sign == '-' || sign == '+' ? at + 2 : at + 1;
            at = digits(bytes, power);
            if (at == power) {
                return OTHER;
            }
        }
        return at - from > LONGEST ? OTHER : at;
    }

    private static int digits(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    /** Where a value ends that is no object and has no escapes, or {@link FlatLine#OTHER}. */
    static int skip(byte[] bytes, int from) {
        switch (bytes[from]) {
            case '"':
                return string(bytes, from);
            case '[':
                return numbers(bytes, from);
            case 't':
                return word(bytes, from, TRUE);
            case 'f':
                return word(bytes, from, FALSE);
            case 'n':
                return word(bytes, from, NULL);
            default:
                return strict(bytes, from);
        }
    }

    private static int string(byte[] bytes, int from) {
        int at = from + 1;
        while (bytes[at] != '"') {
            if (bytes[at] < ' ' || bytes[at] == '\\' || at - from > LONGEST) {
                return OTHER;
            }
            at++;
        }
        return at + 1;
    }

    private static int numbers(byte[] bytes, int from) {
        int at = from;
        do {
            int end = strict(bytes, blanks(bytes, at + 1));
            if (end < 0) {
                return OTHER;
            }
            at = blanks(bytes, end);
        } while (bytes[at] == ',');
        return bytes[at] == ']' ? at + 1 : OTHER;
    }

    private static int word(byte[] bytes, int from, byte[] word) {
        int end = from + word.length;
        return end <= bytes.length && Arrays.equals(bytes, from, end, word, 0, word.length) ? end : OTHER;
    }

    /** Where the next byte that is no blank stands. */
    static int blanks(byte[] bytes, int from) {
        int at = from;
        // one comparison where there is none, as usual
        while (bytes[at] <= ' ' && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }
}
