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

    /**
     * So many turns of a loop make a method. A compiler counts calls and turns: of few long calls it compiles the loop in
     * its midst first and the whole once more; of many short ones only the whole, which is half the work.
     */
    private static final int TURNS = 32;

    /** The bytes of so many turns. */
    private static final int STRETCH = TURNS * STEP;

    /**
     * So many of these short methods in one again. Until a method is compiled for good it counts the turns of its loops
     * where all threads do: the fewer, the less they wait for each other.
     */
    private static final int CALLS = 8;

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
        int base = from;
        while (base <= end - STRETCH) {
            int turns = Math.min(CALLS, (end - base) / STRETCH);
            n = mark(text, base, turns, into, n);
            base += turns * STRETCH;
        }
        marks = into.marks();
        while (n + end - base + STEP + UNROLLED > marks.length) {
            marks = into.grow();
        }
        for (; base < end; base += STEP) {
            long bits = base + STEP <= end ? found(text, base) : foundBefore(text, base, end);
            n = put(bits, base, marks, n);
        }
        return n;
    }

    /** Marks the low bytes of so many stretches. */
    private int mark(byte[] text, int from, int turns, Records into, int at) {
        int[] marks = into.marks();
        int n = at;
        for (int base = from; base < from + turns * STRETCH; base += STRETCH) {
            while (n + STRETCH + UNROLLED > marks.length) {
                marks = into.grow();
            }
            n = mark(text, base, marks, n);
        }
        return n;
    }

    /** Marks the low bytes of one stretch. */
    private int mark(byte[] text, int from, int[] marks, int at) {
        int n = at;
        for (int base = from; base < from + STRETCH; base += STEP) {
            n = put(found(text, base), base, marks, n);
        }
        return n;
    }

    private static int put(long found, int base, int[] marks, int n) {
        long bits = found;
        int count = Long.bitCount(bits);
        for (int k = 0; k < UNROLLED; k++) {
            marks[n + k] = base + Long.numberOfTrailingZeros(bits);
            bits &= bits - 1;
        }
        for (int k = UNROLLED; k < count; k++) {
            marks[n + k] = base + Long.numberOfTrailingZeros(bits);
            bits &= bits - 1;
        }
        return n + count;
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
        int m = into.first();
        for (int r = 0; r < count; r += CALLS * TURNS) {
            int some = Math.min(CALLS * TURNS, count - r);
            wrong |= wrong(text, marks, m, columns, stride, some);
            m += some * stride;
        }
        for (int k = m + 1; k < marked; k++) {
            wrong |= text[marks[k]] ^ delimiter;
        }
        int stop = marks[m] + 1;
        boolean plain = wrong == 0 && end - stop <= longest && (!isLast || stop == end);
        if (plain) {
            into.found(count, columns, stride, count, stop);
        }
        return plain;
    }

    /** Of {@link #CALLS} times {@link #TURNS} records or fewer: not 0 where something is wrong. */
    private int wrong(byte[] text, int[] marks, int from, int columns, int stride, int count) {
        int wrong = 0;
        int m = from;
        for (int r = 0; r < count; r += TURNS) {
            int some = Math.min(TURNS, count - r);
            wrong |= stride > columns
                    ? wrongWithReturns(text, marks, m, columns, some)
                    : wrong(text, marks, m, columns, some);
            m += some * stride;
        }
        return wrong;
    }

    /** Of {@code count} records: not 0 where a mark is not what it should be, or a record is empty or too long. */
    private int wrong(byte[] text, int[] marks, int from, int columns, int count) {
        int wrong = 0;
        int end = from + count * columns;
        for (int c = 1; c < columns; c++) {
            for (int m = from + c; m < end; m += columns) {
                wrong |= text[marks[m]] ^ delimiter;
            }
        }
        int start = marks[from];
        for (int m = from + columns; m <= end; m += columns) {
            int stop = marks[m];
            wrong |= text[stop] ^ '\n' | (stop - start - 2 | longest - (stop - start)) & Integer.MIN_VALUE;
            start = stop;
        }
        return wrong;
    }

    /** The same where lines end with two bytes. */
    private int wrongWithReturns(byte[] text, int[] marks, int from, int columns, int count) {
        int wrong = 0;
        int m = from;
        for (int r = 0; r < count; r++) {
            int stop = marks[m + columns];
            int length = stop - marks[m];
            wrong |= (length - 2 | longest - length) & Integer.MIN_VALUE;
            for (int c = 1; c < columns; c++) {
                wrong |= text[marks[m + c]] ^ delimiter;
            }
            m += columns + 1;
            wrong |= text[stop] ^ '\r' | stop + 1 ^ marks[m] | text[marks[m]] ^ '\n';
        }
        return wrong;
    }
}
