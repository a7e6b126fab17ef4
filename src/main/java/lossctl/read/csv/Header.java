package lossctl.read.csv;

import java.util.ArrayList;
import java.util.List;
import lossctl.data.Refusal;
import lossctl.num.DecimalReader;
import lossctl.read.Head;

/**
 * The first record of a CSV text.
 *
 * @param names the column names; numbers where the dialect has no header
 * @param end where the rows begin
 * @param line the line at which they begin
 * @param hint what is probably wrong where columns are not found; null where nothing stands out
 */
record Header(List<String> names, int end, long line, String hint) {
    private static final String OTHER_DELIMITERS = ";\t|, ";

    /**
     * Reads on until the first record is whole.
     *
     * @throws Refusal where there is none, or it cannot be read
     */
    static Header of(Head head, Dialect dialect) {
        int start = head.startsWith(0xef, 0xbb, 0xbf) ? 3 : 0;
        Records records = first(head, dialect, start);
        if (records.count() == 0) {
            throw new Refusal(Refusal.Code.EMPTY, head.length() == start ? "is empty" : "has no rows").in(head.name());
        }
        List<String> names = new ArrayList<>(records.columns());
        int[] marks = records.marks();
        for (int c = 0; c < records.columns(); c++) {
            names.add(dialect.header() ? name(head, start, marks[c] + 1, marks[c + 1], c) : Integer.toString(c + 1));
        }
        String hint = hint(names, head.bytes(), marks, dialect);
        return dialect.header()
                ? new Header(names, records.end(), 1 + records.lineEnds(), hint)
                : new Header(names, start, 1, hint);
    }

    private static Records first(Head head, Dialect dialect, int start) {
        Scanner scanner = new Scanner(dialect);
        Records records = new Records();
        int longest = dialect.limits().header();
        while (true) {
            boolean whole = head.isWhole();
            records.clear(0, Scanner.ANY, 64);
            scanner.scan(head.bytes(), start, head.length(), whole, records, 1);
            if (records.fault() != Fault.NONE) {
                throw records.fault()
                        .refusal(records.faultFields(), records.columns(), dialect.header(), dialect.limits())
                        .in(head.name())
                        .at(
                                1 + Text.lineEnds(head.bytes(), start, records.faultAt()),
                                records.faultField() == 0 ? 0 : Text.position(head.bytes(), start, records.faultAt()))
                        .field(records.faultField());
            }
            int length = (records.count() > 0 ? records.end() : head.length()) - start;
            if (length > longest) {
                throw new Refusal(Refusal.Code.LIMIT, "the first line is longer than " + longest + " bytes")
                        .in(head.name());
            }
            if (records.count() > 0 || whole) {
                return records;
            }
            head.more();
        }
    }

    /** The name in {@code [from, to)} of a text that begins at {@code start}. */
    private static String name(Head head, int start, int from, int to, int column) {
        try {
            String name = Text.of(head.bytes(), from, to);
            if (name.indexOf('\0') >= 0) {
                throw new Refusal(Refusal.Code.MALFORMED, "a NUL in the header: is this text in UTF-8?");
            }
            return from < to && head.bytes()[from] == '"' ? name : name.strip();
        } catch (Refusal refusal) {
            long line = 1 + Text.lineEnds(head.bytes(), start, from);
            throw refusal.in(head.name())
                    .at(line, Text.position(head.bytes(), start, from))
                    .field(column + 1);
        }
    }

    private static String hint(List<String> names, byte[] bytes, int[] marks, Dialect dialect) {
        boolean numbers = true;
        for (int c = 0; c < names.size(); c++) {
            numbers &= !Double.isNaN(DecimalReader.read(bytes, marks[c] + 1, marks[c + 1]));
        }
        if (numbers && dialect.header()) {
            return "--no-header, if the first line is a row";
        }
        if (dialect.header() && names.get(0).startsWith("#") && dialect.comment() != '#') {
            return "--comment '#' passes over lines that begin so";
        }
        if (names.size() == 1) {
            for (int i = 0; i < OTHER_DELIMITERS.length(); i++) {
                char c = OTHER_DELIMITERS.charAt(i);
                if (c == ' ' && names.get(0).contains("  ")) {
                    return "tr -s ' ' ',' makes CSV of columns that are set apart by blanks";
                }
                if (names.get(0).indexOf(c) >= 0 && c != dialect.delimiter()) {
                    return "--delimiter " + (c == '\t' ? "'\\t'" : "'" + c + "'");
                }
            }
        }
        return null;
    }
}
