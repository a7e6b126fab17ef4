package lossctl.read.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lossctl.data.Block;
import lossctl.data.Policy;
import lossctl.num.DecimalReader;
import lossctl.read.Field;
import lossctl.read.Fields;

/**
 * Reads lines as most programs write them, at full speed: the fields of the first line in its order, plain numbers and
 * arrays of them, short plain strings. Whatever else there is, right or wrong, it leaves to the general reader.
 *
 * <p>Long and repetitive on purpose: this loop sees every byte of the largest files. One object a thread.
 */
final class FlatLine {
    /** The answer for a line that is not for this reader. */
    static final int OTHER = -1;

    private static final int LONGEST = DecimalReader.LONGEST;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    /** The names in quotes, in the order of the line. */
    private final byte[][] keys;
    /** What becomes of each; null for nothing. */
    private final Field[] uses;
    /** The array that each one's numbers go to, and how far apart those of two rows are. */
    private final double[][] targets;

    private final int[] strides;
    private Block block;

    private FlatLine(List<String> names, Fields fields) {
        keys = new byte[names.size()][];
        uses = new Field[keys.length];
        targets = new double[keys.length][];
        strides = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ("\"" + names.get(i) + "\"").getBytes(StandardCharsets.ISO_8859_1);
            for (Field field : fields.all()) {
                uses[i] = field.name().equals(names.get(i)) ? field : uses[i];
            }
        }
    }

    /** A reader for lines like the first; null where lines like it are for the general reader. */
    static FlatLine of(FirstRecord first, Fields fields, Policy policy) {
        Set<String> used = new HashSet<>();
        for (Field field : fields.all()) {
            boolean label = fields.labels(field) != null;
            if (label || !used.add(field.name())) {
                return null;
            }
        }
        for (String name : first.names()) {
            if (!isPlain(name)) {
                return null;
            }
        }
        return new Scalars(policy).bareMayBeMissing() ? null : new FlatLine(first.names(), fields);
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Says where rows go, each time that the block's arrays may have changed. */
    void into(Block rows) {
        block = rows;
        for (int i = 0; i < uses.length; i++) {
            if (uses[i] != null && uses[i].kind() != Field.Kind.TEXT) {
                targets[i] = uses[i].array(rows);
                strides[i] = uses[i].stride(rows);
            }
        }
    }

    /**
     * Reads the line that begins at {@code from}; a line end stands somewhere behind it, and seven more bytes.
     *
     * @return where the next line begins, or {@link #OTHER}; the row may hold anything then
     */
    int read(byte[] bytes, int from, int row) {
        int at = blanks(bytes, from);
        if (bytes[at] != '{') {
            return OTHER;
        }
        for (int i = 0; i < keys.length; i++) {
            at = blanks(bytes, at + 1);
            byte[] key = keys[i];
            int behind = at + key.length;
            if (behind > bytes.length || !Arrays.equals(bytes, at, behind, key, 0, key.length)) {
                return OTHER;
            }
            at = blanks(bytes, behind);
            if (bytes[at] != ':') {
                return OTHER;
            }
            at = value(bytes, blanks(bytes, at + 1), i, row);
            if (at < 0) {
                return OTHER;
            }
            at = blanks(bytes, at);
            if (bytes[at] != (i == keys.length - 1 ? '}' : ',')) {
                return OTHER;
            }
        }
        at = blanks(bytes, at + 1);
        return bytes[at] == '\n' ? at + 1 : OTHER;
    }

    /** Reads a value; where it ends, or {@link #OTHER}. */
    private int value(byte[] bytes, int from, int key, int row) {
        Field use = uses[key];
        if (use == null) {
            return skip(bytes, from);
        }
        if (use.kind() == Field.Kind.TEXT) {
            int end = skip(bytes, from);
            if (end > 0 && (bytes[from] == '"' || bytes[from] != 'n' && bytes[from] != '[')) {
                int quote = bytes[from] == '"' ? 1 : 0;
                block.texts(use.target())[row] =
                        new String(bytes, from + quote, end - from - 2 * quote, StandardCharsets.ISO_8859_1);
                return end;
            }
            return OTHER;
        }
        int to = row * strides[key] + use.offset();
        if (bytes[from] == '[') {
            return array(bytes, from, targets[key], to, use.width());
        }
        int end = number(bytes, from);
        if (end < 0 || use.width() != 1) {
            return OTHER;
        }
        double value = DecimalReader.read(bytes, from, end);
        targets[key][to] = value;
        return value == value ? end : OTHER;
    }

    private static int array(byte[] bytes, int from, double[] target, int to, int width) {
        int at = from;
        for (int i = 0; i < width; i++) {
            int start = blanks(bytes, at + 1);
            int end = number(bytes, start);
            if (end < 0) {
                return OTHER;
            }
            double value = DecimalReader.read(bytes, start, end);
            if (value != value) {
                return OTHER;
            }
            target[to + i] = value;
            at = blanks(bytes, end);
            if (bytes[at] != (i == width - 1 ? ']' : ',')) {
                return OTHER;
            }
        }
        return width == 0 ? OTHER : at + 1;
    }

    /**
     * Where the number at {@code from} ends that is one of RFC 8259 if {@link DecimalReader} takes it, or {@link #OTHER}.
     * That reader takes more: a plus sign, zeros in front, a point without digits on both sides.
     */
    private static int number(byte[] bytes, int from) {
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

    /** Where the number of RFC 8259 that begins at {@code from} ends, or {@link #OTHER}. */
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

    /** Where a value ends that is no object and has no escapes, or {@link #OTHER}. */
    private static int skip(byte[] bytes, int from) {
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

    private static int blanks(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r') {
            at++;
        }
        return at;
    }
}
