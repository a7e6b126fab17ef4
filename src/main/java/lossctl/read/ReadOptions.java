package lossctl.read;

import lossctl.data.Columns;
import lossctl.data.Limits;
import lossctl.data.Policy;

/**
 * How to read a dump.
 *
 * @param format the format, or {@link Format#AUTO}
 * @param columns which columns play which role
 * @param header whether the first row of a CSV file names its columns
 * @param delimiter what separates CSV fields; 0 for the format's own
 * @param comment rows that start with this character are passed over; 0 for none
 * @param policy what to do with missing and non-finite values
 * @param limits bounds against hostile input
 * @param unchecked whether of a row's predictions only that of its true class is read, where the truth is a class index;
 *     the others become NaN. Only where no loss needs more: neither another class's prediction, nor the sum of the row
 * @param chunk bytes a chunk; rows longer than that make it grow
 * @param rejects takes rows that cannot be read, of CSV and JSON Lines; null where they are refused
 * @param meter counts the bytes that are read; null where nobody looks
 */
public record ReadOptions(
        Format format,
        Columns columns,
        boolean header,
        char delimiter,
        char comment,
        Policy policy,
        Limits limits,
        boolean unchecked,
        int chunk,
        Rejects rejects,
        Meter meter) {

    /** The usual chunk: large enough for full speed, small enough for flat memory. */
    public static final int CHUNK = 512 << 10;

    /** Options that refuse what cannot be read. */
    public ReadOptions(
            Format format,
            Columns columns,
            boolean header,
            char delimiter,
            char comment,
            Policy policy,
            Limits limits,
            boolean unchecked,
            int chunk) {
        this(format, columns, header, delimiter, comment, policy, limits, unchecked, chunk, null, null);
    }

    /** The same for other columns. */
    ReadOptions with(Columns other) {
        return new ReadOptions(
                format, other, header, delimiter, comment, policy, limits, unchecked, chunk, rejects, meter);
    }

    /** These columns, everything else by the defaults. */
    public static ReadOptions of(Columns columns) {
        return new ReadOptions(
                Format.AUTO, columns, true, (char) 0, (char) 0, Policy.STRICT, Limits.DEFAULT, false, CHUNK);
    }
}
