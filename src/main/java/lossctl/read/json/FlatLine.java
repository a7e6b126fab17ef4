package lossctl.read.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lossctl.data.Block;
import lossctl.data.Policy;
import lossctl.num.OpenDecimal;
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

    /** The names in quotes, in the order of the line. */
    private final byte[][] keys;
    /** What becomes of each; null for nothing. */
    private final Field[] uses;
    /** The array that each one's numbers go to, and how far apart those of two rows are. */
    private final double[][] targets;

    private final int[] strides;
    private final int[] offsets;
    /** Whether it is a number alone. */
    private final boolean[] single;
    /** What stood before the first value of a line, between two, and behind the last; null until there was one. */
    private Between[] usual;
    /** Where each of these begins and ends in a line that is read a token at a time. */
    private final int[] ends;

    private final int[] starts;
    private Block block;

    private FlatLine(List<String> names, Fields fields) {
        keys = new byte[names.size()][];
        uses = new Field[keys.length];
        targets = new double[keys.length][];
        strides = new int[keys.length];
        offsets = new int[keys.length];
        single = new boolean[keys.length];
        ends = new int[keys.length + 1];
        starts = new int[keys.length + 1];
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

    /** Whether a name is as short and simple as most are: ASCII without escapes. */
    static boolean isPlain(String name) {
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
                offsets[i] = uses[i].offset();
                single[i] = uses[i].width() == 1;
            }
        }
    }

    /**
     * Reads the line that begins at {@code from}; a line end stands somewhere behind it, and seven more bytes.
     *
     * @return where the next line begins, or {@link #OTHER}; the row may hold anything then
     */
    int read(byte[] bytes, int from, int row) {
        int next = usual == null ? OTHER : readUsual(bytes, from, row);
        if (next < 0) {
            next = readTokens(bytes, from, row);
            usual = usual == null && next >= 0 ? Between.of(bytes, ends, starts) : usual;
        }
        return next;
    }

    /** Reads a line that has the same between its values as one before. */
    private int readUsual(byte[] bytes, int from, int row) {
        int at = from;
        for (int i = 0; i < keys.length; i++) {
            at = usual[i].behind(bytes, at);
            if (at < 0) {
                return OTHER;
            }
            at = single[i] ? number(bytes, at, i, row) : value(bytes, at, i, row);
            if (at < 0) {
                return OTHER;
            }
        }
        return usual[keys.length].behind(bytes, at);
    }

    private int readTokens(byte[] bytes, int from, int row) {
        ends[0] = from;
        int at = FlatTokens.blanks(bytes, from);
        if (bytes[at] != '{') {
            return OTHER;
        }
        for (int i = 0; i < keys.length; i++) {
            at = FlatTokens.blanks(bytes, at + 1);
            byte[] key = keys[i];
            int behind = at + key.length;
            if (behind > bytes.length || !Arrays.equals(bytes, at, behind, key, 0, key.length)) {
                return OTHER;
            }
            at = FlatTokens.blanks(bytes, behind);
            if (bytes[at] != ':') {
                return OTHER;
            }
            starts[i] = FlatTokens.blanks(bytes, at + 1);
            at = value(bytes, starts[i], i, row);
            if (at < 0) {
                return OTHER;
            }
            ends[i + 1] = at;
            at = FlatTokens.blanks(bytes, at);
            if (bytes[at] != (i == keys.length - 1 ? '}' : ',')) {
                return OTHER;
            }
        }
        at = FlatTokens.blanks(bytes, at + 1);
        starts[keys.length] = at + 1;
        return bytes[at] == '\n' ? at + 1 : OTHER;
    }

    /** Reads a value; where it ends, or {@link #OTHER}. */
    private int value(byte[] bytes, int from, int key, int row) {
        Field use = uses[key];
        if (use == null) {
            return FlatTokens.skip(bytes, from);
        }
        if (use.kind() == Field.Kind.TEXT) {
            int end = FlatTokens.skip(bytes, from);
            if (end > 0 && (bytes[from] == '"' || bytes[from] != 'n' && bytes[from] != '[')) {
                int quote = bytes[from] == '"' ? 1 : 0;
                block.texts(use.target())[row] =
                        new String(bytes, from + quote, end - from - 2 * quote, StandardCharsets.ISO_8859_1);
                return end;
            }
            return OTHER;
        }
        if (bytes[from] == '[') {
            return array(bytes, from, targets[key], row * strides[key] + offsets[key], use.width());
        }
        return single[key] ? number(bytes, from, key, row) : OTHER;
    }

    /** Reads a number alone; where it ends, or {@link #OTHER}. */
    private int number(byte[] bytes, int from, int key, int row) {
        return number(bytes, from, targets[key], row * strides[key] + offsets[key]);
    }

    private static int number(byte[] bytes, int from, double[] target, int to) {
        int end = OpenDecimal.read(bytes, from, target, to);
        return end >= 0 ? end : FlatTokens.number(bytes, from, target, to);
    }

    private static int array(byte[] bytes, int from, double[] target, int to, int width) {
        int at = from;
        for (int i = 0; i < width; i++) {
            int start = FlatTokens.blanks(bytes, at + 1);
            int end = number(bytes, start, target, to + i);
            if (end < 0) {
                return OTHER;
            }
            at = FlatTokens.blanks(bytes, end);
            if (bytes[at] != (i == width - 1 ? ']' : ',')) {
                return OTHER;
            }
        }
        return width == 0 ? OTHER : at + 1;
    }
}
