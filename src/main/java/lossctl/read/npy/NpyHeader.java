package lossctl.read.npy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lossctl.data.Limits;
import lossctl.data.Refusal;
import lossctl.read.Head;

/**
 * What stands before the numbers of a .npy file, versions 1 to 3 (NumPy's NEP 1).
 *
 * @param type how a number is stored
 * @param fortran whether the first index runs fastest
 * @param shape the array's lengths; empty for a single number
 * @param start where the numbers begin in the file
 */
record NpyHeader(NpyType type, boolean fortran, long[] shape, int start) {
    private static final int MAGIC = 8;
    /** As many as NumPy has. */
    private static final int DIMENSIONS = 64;

    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

    /**
     * Reads the header.
     *
     * @param texts whether the array may hold texts
     * @throws Refusal without a file, where it is something else, or holds more than plain numbers
     */
    static NpyHeader of(Head head, Limits limits, boolean texts) {
        need(head, MAGIC + 2, "a .npy file");
        byte[] bytes = head.bytes();
        if (!head.startsWith(0x93, 'N', 'U', 'M', 'P', 'Y')) {
            throw new Refusal(Refusal.Code.MALFORMED, "not a .npy file");
        }
        int version = bytes[6] & 0xff;
        if (version < 1 || version > 3 || bytes[7] != 0) {
            throw new Refusal(
                    Refusal.Code.MALFORMED, ".npy version " + version + "." + (bytes[7] & 0xff) + " is not known");
        }
        int start = version == 1 ? MAGIC + 2 : MAGIC + 4;
        need(head, start, "a .npy header");
        long length = 0;
        for (int i = start - 1; i >= MAGIC; i--) {
            length = length << 8 | head.bytes()[i] & 0xff;
        }
        if (length > limits.npyHeader()) {
            throw new Refusal(
                    Refusal.Code.LIMIT, "a header of " + length + " bytes; the limit is " + limits.npyHeader());
        }
        int end = start + (int) length;
        need(head, end, "the header");
        if (length == 0 || head.bytes()[end - 1] != '\n') {
            throw new Refusal(Refusal.Code.MALFORMED, "the header does not end with a line end");
        }
        String text = new String(head.bytes(), start, (int) length - 1, StandardCharsets.ISO_8859_1);
        return of(Literal.dictionary(text), end, limits, texts);
    }

    private static NpyHeader of(Map<String, Object> entries, int start, Limits limits, boolean texts) {
        if (!entries.keySet().equals(KEYS)) {
            throw new Refusal(Refusal.Code.MALFORMED, "the header has other keys than descr, fortran_order and shape");
        }
        if (!(entries.get("descr") instanceof String descr)
                || !(entries.get("fortran_order") instanceof Boolean fortran)
                || !(entries.get("shape") instanceof List<?> list)) {
            throw new Refusal(Refusal.Code.MALFORMED, "the header's values are of the wrong kind");
        }
        long[] shape = new long[list.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (Long) list.get(i);
        }
        NpyHeader header = new NpyHeader(NpyType.of(descr, texts), fortran, shape, start);
        if (!texts && header.type.isText()) {
            throw NpyType.texts();
        }
        header.check(limits);
        return header;
    }

    private void check(Limits limits) {
        if (shape.length > DIMENSIONS) {
            throw new Refusal(
                    Refusal.Code.LIMIT, "the shape has " + shape.length + " dimensions; the limit is " + DIMENSIONS);
        }
        if (type.textLength() > limits.field()) {
            throw new Refusal(
                    Refusal.Code.LIMIT,
                    "texts of " + type.textLength() + " bytes each; the limit is " + limits.field());
        }
        try {
            long width = 1;
            for (int i = 1; i < shape.length; i++) {
                width = Math.multiplyExact(width, shape[i]);
            }
            if (width > limits.columns()) {
                throw new Refusal(Refusal.Code.LIMIT, "rows of " + width + " values; the limit is " + limits.columns());
            }
            Math.addExact(start, Math.multiplyExact(Math.multiplyExact(rows(), width), type.size()));
        } catch (ArithmeticException e) {
            throw new Refusal(Refusal.Code.LIMIT, "the shape is too large");
        }
    }

    private static void need(Head head, int length, String what) {
        while (head.length() < length) {
            if (!head.more()) {
                throw new Refusal(Refusal.Code.MALFORMED, "ends before " + what + " does");
            }
        }
    }

    /** The first length; 1 for a single number. */
    long rows() {
        return shape.length == 0 ? 1 : shape[0];
    }

    /** How many numbers a row has: the product of the other lengths. */
    int width() {
        long width = 1;
        for (int i = 1; i < shape.length; i++) {
            width *= shape[i];
        }
        return (int) width;
    }

    /** How many bytes all numbers take. */
    long length() {
        return rows() * width() * type.size();
    }

    /** Whether the numbers of a row lie apart: in Fortran order, where there are several rows and columns. */
    boolean isScattered() {
        return fortran && shape.length > 1 && width() > 1;
    }

    /** For each number of a row, in C order, which of the planes of a Fortran array it lies in. */
    int[] planes() {
        int width = width();
        int[] planes = new int[width];
        for (int i = 0; i < width; i++) {
            long rest = i;
            long stride = width;
            long place = 0;
            for (int d = shape.length - 1; d > 0; d--) {
                stride /= shape[d];
                place += rest % shape[d] * stride;
                rest /= shape[d];
            }
            planes[i] = (int) place;
        }
        return planes;
    }
}
