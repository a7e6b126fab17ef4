package lossctl.read.csv;

import lossctl.data.Limits;
import lossctl.data.Refusal;
import lossctl.read.Format;
import lossctl.read.ReadOptions;

/**
 * What stands between fields, and what is no record.
 *
 * @param delimiter the byte between fields
 * @param comment lines that begin with this byte are passed over; -1 for none
 * @param header whether the first record names the columns
 * @param limits the longest field and header, the most columns
 */
record Dialect(byte delimiter, int comment, boolean header, Limits limits) {

    /** The longest record, whatever its fields: keeps the memory of a thread bounded. */
    static final int RECORD = 4 << 20;

    /** @throws Refusal with code USAGE for a delimiter or comment sign that cannot be one */
    static Dialect of(ReadOptions options, Format format) {
        char usual = format == Format.TSV ? '\t' : ',';
        char delimiter = options.delimiter() == 0 ? usual : options.delimiter();
        char comment = options.comment();
        if (delimiter == comment) {
            throw usage("the delimiter cannot begin comments too");
        }
        return new Dialect(
                sign(delimiter, "--delimiter"),
                comment == 0 ? -1 : sign(comment, "--comment"),
                options.header(),
                options.limits());
    }

    private static byte sign(char c, String option) {
        if (c == '"' || c == '\n' || c == '\r' || c > 126) {
            throw usage(option + " takes one ASCII character that is neither a quote nor a line end");
        }
        return (byte) c;
    }

    private static Refusal usage(String message) {
        return new Refusal(Refusal.Code.USAGE, message);
    }
}
