package lossctl.read.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import lossctl.data.Refusal;

/**
 * How a number is stored.
 *
 * @param kind {@code f} floating point, {@code i} and {@code u} whole numbers, {@code b} truth values
 * @param size bytes
 * @param order which byte comes first
 */
record NpyType(char kind, int size, ByteOrder order) {

    /**
     * The type that NumPy describes by a text such as {@code <f8}.
     *
     * @throws Refusal where it is not a plain number
     */
    static NpyType of(String descr) {
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
        throw new Refusal(Refusal.Code.MALFORMED, "an array of " + what(descr) + " is not read")
                .hint("numbers only: a.astype('float64')");
    }

    private static String what(String descr) {
        String plain = descr.length() > 1 ? descr.substring(1) : descr;
        return descr.contains("O")
                ? "Python objects"
                : plain.startsWith("U") || plain.startsWith("S")
                        ? "texts"
                        : plain.startsWith("c") ? "complex numbers" : "type '" + descr + "'";
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
