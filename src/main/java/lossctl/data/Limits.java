package lossctl.data;

/**
 * Bounds that keep hostile or broken input from taking all memory; past one of them the answer is exit status 5.
 *
 * @param field bytes of one field
 * @param header bytes of a header line
 * @param columns columns of a table
 * @param depth nesting of JSON
 * @param npyHeader bytes of a .npy header
 */
public record Limits(int field, int header, int columns, int depth, int npyHeader) {

    /** 64 KiB, 1 MiB, 65,536, 64, 10,000. */
    public static final Limits DEFAULT = new Limits(64 << 10, 1 << 20, 65_536, 64, 10_000);
}
