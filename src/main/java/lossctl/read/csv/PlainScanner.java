package lossctl.read.csv;

/**
 * Finds records and fields where there are no quotes, no comments and no blank lines, and every record has the columns it
 * should have: as nearly everywhere in a dump of numbers. Sixty-four bytes at a time; ugly on purpose.
 *
 * <p>It marks every byte below {@link Words#BOUND}, which in numbers are the delimiters and line ends and nothing else,
 * and then looks whether the marks are just that. It decides nothing: where anything is out of the ordinary, it gives up
 * and {@link Scanner} says what it is.
 */
final class PlainScanner {
    private static final int STEP = 64;

    /** Marks that are written at once, needed or not: what is rare is to need more. */
    private static final int UNROLLED = 8;

    /** Bytes of a usual field: room is made for as many. */
    private static final int USUAL = 8;

    private final byte delimiter;
    private final boolean possible;
    private final boolean high;
    private final int longest;
    private final long pattern;

    PlainScanner(Dialect dialect) {
        delimiter = dialect.delimiter();
        possible = dialect.comment() < 0;
        high = delimiter >= Words.BOUND;
        longest = dialect.limits().field();
        pattern = Words.pattern(delimiter);
    }

    /**
     * Finds the records in {@code [from, end)} that are whole, for an index that was cleared and knows its columns.
     *
     * @param isLast whether the text ends at {@code end}
     * @return false where this is no plain text; nothing was found then
     */
    boolean scan(byte[] text, int from, int end, boolean isLast, Records into) {
        if (!possible || end == from || isLast && text[end - 1] != '\n') {
            return false;
        }
        int marked = mark(text, from, end, into);
        if (check(text, end, isLast, marked, into)) {
            return true;
        }
        marked = sift(text, marked, into);
        return marked >= 0 && check(text, end, isLast, marked, into);
    }

    /** Marks every low byte; returns the end of the marks. */
    private int mark(byte[] text, int from, int end, Records into) {
        int[] marks = into.reserve(into.first() + (end - from) / USUAL + STEP + UNROLLED);
        int n = into.first();
        marks[n++] = from - 1;
        for (int base = from; base < end; base += STEP) {
            if (n + STEP + UNROLLED > marks.length) {
                marks = into.grow();
            }
            long bits = base + STEP <= end ? found(text, base) : foundBefore(text, base, end);
            int count = Long.bitCount(bits);
            for (int k = 0; k < UNROLLED; k++) {
                marks[n + k] = base + Long.numberOfTrailingZeros(bits);
                bits &= bits - 1;
            }
            for (int k = UNROLLED; k < count; k++) {
                marks[n + k] = base + Long.numberOfTrailingZeros(bits);
                bits &= bits - 1;
            }
            n += count;
        }
        return n;
    }

    /** The low bytes of sixty-four as bits. */
    private long found(byte[] text, int base) {
        long bits = 0;
        for (int i = 0; i < STEP; i += Long.BYTES) {
            bits |= Words.bits(found(Words.load(text, base + i))) << i;
        }
        return bits;
    }

    private long foundBefore(byte[] text, int base, int end) {
        long bits = 0;
        for (int i = 0; i < end - base; i += Long.BYTES) {
            bits |= Words.bits(found(Words.load(text, base + i))) << i;
        }
        return bits & -1L >>> STEP - (end - base);
    }

    private long found(long word) {
        return high ? Words.low(word) | Words.equal(word, pattern) : Words.low(word);
    }

    /** Drops the marks of bytes that are text, like the plus in 1e+5; returns the end of the marks, -1 at a quote. */
    private int sift(byte[] text, int marked, Records into) {
        int[] marks = into.marks();
        int n = into.first() + 1;
        for (int k = n; k < marked; k++) {
            byte b = text[marks[k]];
            if (b == '"') {
                return -1;
            }
            marks[n] = marks[k];
            n += b == delimiter || b == '\n' || b == '\r' ? 1 : 0;
        }
        return n;
    }

    /** Whether the marks are those of whole records, each with its columns, and of the beginning of one more. */
    private boolean check(byte[] text, int end, boolean isLast, int marked, Records into) {
        int[] marks = into.marks();
        int columns = into.columns();
        int last = into.first() + columns;
        boolean returns = last < marked && text[marks[last]] == '\r';
        int stride = returns ? columns + 1 : columns;
        int count = (marked - into.first() - 1) / stride;
        int wrong = 0;
        int longestRecord = 0;
        int m = into.first();
        for (int r = 0; r < count; r++) {
            int before = marks[m];
            for (int c = 1; c < columns; c++) {
                wrong |= text[marks[m + c]] ^ delimiter;
            }
            if (returns) {
                wrong |= text[marks[m + columns]] ^ '\r' | marks[m + columns] + 1 ^ marks[m + stride];
            }
            int stop = marks[m + columns];
            wrong |= stop - before - 2 & Integer.MIN_VALUE;
            longestRecord = Math.max(longestRecord, stop - before);
            m += stride;
            wrong |= text[marks[m]] ^ '\n';
        }
        for (int k = m + 1; k < marked; k++) {
            wrong |= text[marks[k]] ^ delimiter;
        }
        int stop = marks[m] + 1;
        boolean plain = wrong == 0 && Math.max(longestRecord, end - stop) <= longest && (!isLast || stop == end);
        if (plain) {
            into.found(count, columns, stride, count, stop);
        }
        return plain;
    }
}
