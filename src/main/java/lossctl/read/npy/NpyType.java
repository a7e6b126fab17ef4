package lossctl.read.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import lossctl.data.Refusal;
import lossctl.num.DecimalWriter;

/**
 * How a number or a text is stored.
 *
 * @param kind {@code f} floating point, {@code i} and {@code u} whole numbers, {@code b} truth values; {@code U} texts in
 *     UTF-32, {@code S} in bytes
 * @param size bytes of each
 * @param order which byte comes first
 */
record NpyType(char kind, int size, ByteOrder order) {

    /**
     * The type that NumPy describes by a text such as {@code <f8}.
     *
     * @param texts whether texts are of use as well as numbers
     * @throws Refusal where it is neither a plain number nor a text
     */
    static NpyType of(String descr, boolean texts) {
        if (descr.matches("[<>|][US][0-9]{1,8}")) {
            return text(descr.charAt(0), descr.charAt(1), Integer.parseInt(descr.substring(2)));
        }
        if (descr.length() == 3) {
            char order = descr.charAt(0);
            char kind = descr.charAt(1);
            int size = descr.charAt(2) - '0';
            boolean single = size == 1 && (kind == 'b' || kind == 'i' || kind == 'u');
            boolean several = (size == 2 || size == 4 || size == 8) && (kind == 'f' || kind == 'i' || kind == 'u');
            if (order == '|' && single || (order == '<' || order == '>') && (single || several)) {
                return new NpyType(kind, size, order == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw unread(what(descr), texts);
    }

    private static NpyType text(char order, char kind, int length) {
        ByteOrder bytes = order == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyType(kind, kind == 'U' ? 4 * length : length, bytes);
    }

    private static Refusal unread(String what, boolean texts) {
        return new Refusal(Refusal.Code.MALFORMED, "an array of " + what + " is not read")
                .hint(texts ? "numbers or texts: a.astype(str)" : "numbers only: a.astype('float64')");
    }

    /** The refusal of texts where numbers are wanted. */
    static Refusal texts() {
        return new Refusal(Refusal.Code.NOT_A_NUMBER, "an array of texts is not read")
                .hint("numbers only: a.astype('float64')");
    }

    boolean isText() {
        return kind == 'U' || kind == 'S';
    }

    /** How many bytes the characters of a text take at most; none of a number. */
    int textLength() {
        return isText() ? size : 0;
    }

    private static String what(String descr) {
        String plain = descr.length() > 1 ? descr.substring(1) : descr;
        return descr.contains("O")
                ? "Python objects"
                : plain.startsWith("c") ? "complex numbers" : "type '" + descr + "'";
    }

    /**
     * What stands at a position, as it is written in a table: whole numbers without a fraction, truth values as NumPy
     * writes them, texts without the zeros that fill them up.
     */
    String text(ByteBuffer from, int at) {
        from.order(order);
        switch (kind) {
            case 'U':
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < size; i += 4) {
                    int point = from.getInt(at + i);
                    text.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xFFFD);
                }
                return filled(text);
            case 'S':
                StringBuilder bytes = new StringBuilder();
                for (int i = 0; i < size; i++) {
                    bytes.append((char) (from.get(at + i) & 0xff));
                }
                return new String(filled(bytes).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            case 'b':
                return from.get(at) == 0 ? "False" : "True";
            case 'i', 'u':
                return whole(from, at);
            default:
                double number = number(from, at);
                boolean isWhole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
                if (isWhole) {
                    return Long.toString((long) number);
                }
                return size == 8
                        ? DecimalWriter.text(number)
                        : size == 4 ? DecimalWriter.text((float) number) : DecimalWriter.half(from.getShort(at));
        }
    }

    private static String filled(StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private String whole(ByteBuffer from, int at) {
        if (size == 8) {
            long number = from.getLong(at);
            return kind == 'u' ? Long.toUnsignedString(number) : Long.toString(number);
        }
        return Long.toString((long) number(from, at));
    }

    private double number(ByteBuffer from, int at) {
        double[] one = new double[1];
        convert(from.duplicate().position(at), one, 0, 1, 1);
        return one[0];
    }

    /**
     * Numbers to doubles, each the nearest.
     *
     * @param from the bytes; the first number begins at their position
     * @param stride how far apart the doubles go
     */
    void convert(ByteBuffer from, double[] to, int offset, int stride, int count) {
        from.order(order);
        int at = from.position();
        if (kind == 'f') {
            floating(from, at, to, offset, stride, count);
            return;
        }
        boolean signed = kind == 'i';
        for (int i = 0, k = offset; i < count; i++, k += stride) {
            switch (size) {
                case 1:
                    byte b = from.get(at + i);
                    to[k] = kind == 'b' ? (b == 0 ? 0 : 1) : signed ? b : b & 0xff;
                    break;
                case 2:
                    short s = from.getShort(at + 2 * i);
                    to[k] = signed ? s : s & 0xffff;
                    break;
                case 4:
                    int n = from.getInt(at + 4 * i);
                    to[k] = signed ? n : n & 0xffff_ffffL;
                    break;
                default:
                    long l = from.getLong(at + 8 * i);
                    to[k] = signed ? l : unsigned(l);
            }
        }
    }

    private void floating(ByteBuffer from, int at, double[] to, int offset, int stride, int count) {
        if (size == 8 && stride == 1) {
            from.asDoubleBuffer().get(to, offset, count);
            return;
        }
        for (int i = 0, k = offset; i < count; i++, k += stride) {
            if (size == 8) {
                to[k] = from.getDouble(at + 8 * i);
            } else if (size == 4) {
                to[k] = from.getFloat(at + 4 * i);
            } else {
                to[k] = half(from.getShort(at + 2 * i));
            }
        }
    }

    /** The nearest double to an unsigned number of 64 bits: half of it, its last bit kept for the rounding, doubled. */
    private static double unsigned(long number) {
        return number >= 0 ? number : 2.0 * (number >>> 1 | number & 1);
    }

    /** A number of IEEE 754 binary16. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double size = exponent == 0
                ? fraction * 0x1p-24
                : exponent == 31
                        ? (fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                        : (fraction + 1024) * 0x1p-25 * (1L << exponent);
        return bits < 0 ? -size : size;
    }
}
