package lossctl.read.csv;

/**
 * Finds records and fields: one pass over the bytes, eight at a time. It is ugly on purpose; all that is read from CSV
 * comes through {@link #scan}.
 *
 * <p>Strict RFC 4180, with what its drafts allow: a record ends with LF, CRLF or CR, the last one may end with the text.
 * A field that begins with a quote ends with one, quotes in it are doubled, and delimiters and line ends in it are text.
 * A quote in a field that does not begin with one is text: {@code 37'37.8"N}. Lines with nothing in them are passed over (as by FastCSV, pandas and DuckDB), and comments if there is a sign for
 * them. Everything else is a {@link Fault}.
 */
final class Scanner {
    /** The number of columns while it is not known: any number is fine. */
    static final int ANY = -1;

    /** As many records as there are. */
    static final int ALL = Integer.MAX_VALUE;

    /** Marks that eight bytes can make at most, and some for the record that ends the text. */
    private static final int STEP = 18;

    private final byte delimiter;
    private final int comment;
    private final int longestField;
    private final int mostColumns;
    private final boolean high;
    private final boolean raggedPass;
    private final long pattern;

    private byte[] bytes;
    private int to;
    private boolean last;
    private long lineEnds;
    private long quotedLineEnds;

    Scanner(Dialect dialect) {
        this(dialect, false);
    }

    /** A scanner that passes over records with too many or too few fields, if {@code raggedPass}. */
    Scanner(Dialect dialect, boolean raggedPass) {
        this.raggedPass = raggedPass;
        delimiter = dialect.delimiter();
        comment = dialect.comment();
        longestField = dialect.limits().field();
        mostColumns = dialect.limits().columns();
        high = delimiter >= Words.BOUND;
        pattern = Words.pattern(delimiter);
    }

    /**
     * Adds the records in {@code [from, end)} to an index that was cleared. What is there of a record that is not whole
     * is left: {@link Records#end} is where it begins. Eight bytes behind {@code end} may be read.
     *
     * @param isLast whether the text ends at {@code end}, so that the last record is whole there
     * @param most stop behind so many records
     */
    void scan(byte[] text, int from, int end, boolean isLast, Records into, int most) {
        bytes = text;
        to = end;
        last = isLast;
        lineEnds = 0;
        quotedLineEnds = 0;
        int columns = into.columns();
        int[] marks = into.marks();
        int n = into.first();
        int record = n++;
        int records = 0;
        int start = skipComments(from);
        int at = beginsComment(start) ? end : start;
        marks[record] = start - 1;

        scan:
        while (at < end) {
            if (n + STEP > marks.length) {
                if (n - record > mostColumns + 1) {
                    into.broken(Fault.MANY_COLUMNS, 0, 0, start);
                    break;
                }
                marks = into.grow();
            }
            int base = at;
            long word = Words.load(text, base);
            long hits = high ? Words.low(word) | Words.equal(word, pattern) : Words.low(word);
            at += Long.BYTES;
            if (at > end) {
                hits &= -1L >>> (at - end) * Byte.SIZE;
            }
            for (; hits != 0; hits &= hits - 1) {
                int p = base + (Long.numberOfTrailingZeros(hits) >>> 3);
                byte b = text[p];
                if (b == delimiter) {
                    marks[n++] = p;
                } else if (b == '\n' || b == '\r') {
                    int behind = p + 1;
                    if (b == '\r') {
                        if (behind < end && text[behind] == '\n') {
                            continue;
                        }
                        if (behind == end && !isLast) {
                            break scan;
                        }
                    }
                    int stop = b == '\n' && p > start && text[p - 1] == '\r' ? p - 1 : p;
                    if (stop > start) {
                        marks[n++] = stop;
                        if (stop - start > longestField && hasLongField(into, marks, record, n)) {
                            break scan;
                        }
                        if (n - record == columns + 1 || columns == ANY) {
                            columns = n - record - 1;
                            records++;
                            record = n++;
                        } else if (raggedPass) {
                            into.passOver(start, stop, n - record - 1);
                            n = record + 1;
                        } else {
                            into.broken(Fault.RAGGED, 0, n - record - 1, start);
                            break scan;
                        }
                        lineEnds += quotedLineEnds;
                        quotedLineEnds = 0;
                    }
                    lineEnds++;
                    start = behind;
                    marks[record] = p;
                    if (records == most) {
                        break scan;
                    }
                    if (comment >= 0 && start < end && text[start] == comment) {
                        start = skipComments(start);
                        marks[record] = start - 1;
                        at = beginsComment(start) ? end : start;
                        continue scan;
                    }
                } else if (b == '"' && p == marks[n - 1] + 1) {
                    int behind = closing(p + 1);
                    if (behind < 0) {
                        if (isLast) {
                            into.broken(Fault.UNCLOSED, n - record, 0, p);
                        }
                        break scan;
                    }
                    if (behind < end && !endsField(text[behind])) {
                        into.broken(Fault.BEHIND_QUOTE, n - record, 0, behind);
                        break scan;
                    }
                    at = behind;
                    continue scan;
                }
            }
        }
        if (start < end && records < most && into.fault() == Fault.NONE) {
            if (!isLast) {
                checkUnfinished(into, marks, record, n, start);
            } else {
                marks[n++] = end;
                boolean ragged = columns != ANY && n - record != columns + 1;
                if (ragged && raggedPass) {
                    into.passOver(start, end, n - record - 1);
                    start = end;
                } else if (ragged) {
                    into.broken(Fault.RAGGED, 0, n - record - 1, start);
                } else if (!hasLongField(into, marks, record, n)) {
                    columns = n - record - 1;
                    records++;
                    start = end;
                }
            }
        }
        if (columns > mostColumns && into.fault() == Fault.NONE) {
            into.broken(Fault.MANY_COLUMNS, 0, 0, marks[into.first()] + 1);
        }
        into.found(records, columns, columns + 1, lineEnds, start);
    }

    /** The byte behind the quote that closes the field whose text begins at {@code at}; -1 where it is not here. */
    private int closing(int at) {
        long lines = 0;
        for (int p = at; p < to; p++) {
            byte b = bytes[p];
            if (b == '"') {
                if (p + 1 < to && bytes[p + 1] == '"') {
                    p++;
                } else if (p + 1 < to || last) {
                    quotedLineEnds += lines;
                    return p + 1;
                } else {
                    return -1;
                }
            } else if (b == '\n' || b == '\r' && !(p + 1 < to && bytes[p + 1] == '\n')) {
                lines++;
            }
        }
        return -1;
    }

    private boolean endsField(byte b) {
        return b == delimiter || b == '\n' || b == '\r';
    }

    /** Where the first record begins at or behind {@code start}; the beginning of a comment that does not end here. */
    private int skipComments(int start) {
        int at = start;
        while (beginsComment(at)) {
            int p = at;
            while (p < to && bytes[p] != '\n' && bytes[p] != '\r') {
                p++;
            }
            if (p + 1 < to && bytes[p] == '\r' && bytes[p + 1] == '\n') {
                p++;
            } else if (p == to || p + 1 == to && bytes[p] == '\r') {
                return last ? to : at;
            }
            at = p + 1;
            lineEnds++;
        }
        return at;
    }

    /** Whether there are comments and one begins here: the sign for none is no byte, but a byte may equal it. */
    private boolean beginsComment(int start) {
        return comment >= 0 && start < to && bytes[start] == comment;
    }

    /** Refuses fields that are too long, in a record with these marks. */
    private boolean hasLongField(Records into, int[] marks, int record, int n) {
        for (int m = record + 1; m < n; m++) {
            if (marks[m] - marks[m - 1] - 1 > longestField) {
                into.broken(Fault.LONG_FIELD, m - record, 0, marks[m - 1] + 1);
                return true;
            }
        }
        return false;
    }

    /** A record that goes on in the next piece must not be past its limits already. */
    private void checkUnfinished(Records into, int[] marks, int record, int n, int start) {
        if (n - record > mostColumns) {
            into.broken(Fault.MANY_COLUMNS, 0, 0, start);
            return;
        }
        if (to - start > longestField && !beginsComment(start)) {
            marks[n] = to;
            if (hasLongField(into, marks, record, n + 1)) {
                return;
            }
        }
        if (to - start > Dialect.RECORD) {
            into.broken(Fault.LONG_RECORD, 0, 0, start);
        }
    }
}
